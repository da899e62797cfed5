using GridMap.Core.Grids.Checks;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>Findings that are known already, to tell new ones from them. Immutable and safe to share.</summary>
/// <remarks>
/// Two findings are the same when their rule, partition and grids are and the boxes of their places touch; a finding
/// without a place is the same wherever the other is. So a finding stays known while its size changes, and a second gap
/// between the same grids is new.
/// </remarks>
public sealed class KnownFindings(IEnumerable<Finding> findings)
{
    private readonly ILookup<string, Envelope?> places = findings.ToLookup(Name, Box);

    /// <summary>Whether the finding is one of them.</summary>
    public bool Contains(Finding finding)
    {
        var box = Box(finding);
        return places[Name(finding)].Any(known => known is null || box is null || known.Intersects(box));
    }

    private static string Name(Finding finding) =>
        $"{finding.Rule}\n{finding.Partition}\n{string.Join('\n', finding.Grids)}";

    private static Envelope? Box(Finding finding) =>
        finding.Place is { IsEmpty: false } place ? place.EnvelopeInternal : null;
}
