using GridMap.Bench.Data;
using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;
using NetTopologySuite.Coverage;

namespace GridMap.Bench.Ratios;

/// <summary>
/// A whole partition checked, from its polygons to findings: the borders that are shared, invalid polygons, overlaps,
/// gaps and unmatched borders. Beside NetTopologySuite's CoverageValidator, which looks at edges alone. Once where nothing is
/// wrong, and once where in nearly each leaf something is.
/// </summary>
internal static class ValidateRatios
{
    // Our own, and modest: measured are 0.44. Where so much is wrong, faces are sought and overlaps and gaps measured in square
    // metres, which the peer does not do; it says which edges are wrong and stops there.
    private const double DirtyGoal = 0.4;

    private static readonly ICheck[] Checks =
        [new InvalidPolygonCheck(), new OverlapCheck(), new GapCheck(), new UnmatchedBorderCheck()];

    public static IEnumerable<Figure> Run(NamedGrids grids)
    {
        var (ours, theirs) = (Find(grids).Count, ListInvalid(grids).Count);
        if (ours != 0 || theirs != 0)
        {
            throw new InvalidOperationException($"{grids.Name} is clean; found {ours} and NetTopologySuite {theirs}.");
        }

        yield return Compare(grids, 4, "");

        var dirty = DirtyGrids.Of(grids);
        yield return Compare(dirty, DirtyGoal, RequireAllNamed(dirty));
    }

    private static Figure Compare(NamedGrids grids, double goal, string remark)
    {
        var speeds = Rounds.Measure(() => Take(Find(grids).Count), () => Take(ListInvalid(grids).Count));
        return Rounds.Compare(
            $"validate-{grids.Name}", speeds[0], speeds[1], goal, Aim.AtLeast,
            $"{1000 / Rounds.Median(speeds[0]):0} ms against NTS {1000 / Rounds.Median(speeds[1]):0} ms{remark}");
    }

    /// <summary>
    /// Every leaf that NetTopologySuite flags must be named in a finding. The other way round it need not be: gaps whose corners
    /// all neighbours have are no fault there.
    /// </summary>
    private static string RequireAllNamed(NamedGrids grids)
    {
        var findings = Find(grids);
        var (named, flagged) = (findings.SelectMany(static f => f.Grids).ToHashSet(), ListInvalid(grids));
        if (flagged.Except(named).FirstOrDefault() is { } missed)
        {
            throw new InvalidOperationException($"{grids.Name}: NetTopologySuite flags {missed}, and no finding names it.");
        }

        var rules = findings.CountBy(static f => f.Rule).Select(static rule => $"{rule.Value} {rule.Key}");
        return $"; {string.Join(", ", rules)}; {named.Count} leaves named, of which NTS flags {flagged.Count}";
    }

    private static List<Finding> Find(NamedGrids grids)
    {
        var context = new CheckContext(grids.ToMap(), MapSnapshots.Empty, CheckOptions.Default);
        return [.. Checks.SelectMany(check => check.Find(context))];
    }

    /// <summary>The codes of the leaves that NetTopologySuite flags.</summary>
    private static List<string> ListInvalid(NamedGrids grids) =>
    [
        .. new CoverageValidator(grids.Polygons).Validate().Index()
            .Where(static leaf => leaf.Item is { IsEmpty: false }).Select(static leaf => MapSnapshots.LeafCode(leaf.Index)),
    ];

    private static long Take(int count)
    {
        Sink.Take(count);
        return 1;
    }
}
