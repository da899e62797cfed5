using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Spatial.Areas;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Checking;

/// <summary>A rule that a partition should obey. Without state; never throws on bad data.</summary>
public interface ICheck
{
    /// <summary>The ASCII id of the rule.</summary>
    string Rule { get; }

    /// <summary>Where it is broken.</summary>
    IEnumerable<Finding> Find(CheckContext context);
}

/// <summary>What a check looks at.</summary>
/// <param name="Map">The partition.</param>
/// <param name="Snapshot">What else is in force with it.</param>
/// <param name="Options">The tolerances.</param>
public sealed record CheckContext(PartitionMap Map, MapSnapshot Snapshot, CheckOptions Options)
{
    private readonly Lazy<CoverageProof> proof = new(() => new CoverageProof(Map.Coverage));

    /// <summary>What needs no further look.</summary>
    internal CoverageProof Proof => proof.Value;

    /// <summary>The areas that the unmatched borders enclose; none where the leaves are proved to tile.</summary>
    internal IReadOnlyList<BorderFace> Faces => field ??= Proof.IsTiling ? [] : BorderFaces.List(Map.Coverage);

    /// <summary>The borders that do not part two leaves.</summary>
    internal BorderRuns LooseBorders => field ??= BorderRuns.OfLoose(Map.Coverage);

    /// <summary>The areas of the leaves, with a search by box.</summary>
    internal LeafAreas Areas => areas.Value;

    private readonly Lazy<LeafAreas> areas = new(() => new LeafAreas(Map.Coverage));

    /// <summary>The codes of leaves by their numbers, in code order.</summary>
    internal IReadOnlyList<string> Codes(params IEnumerable<int> leaves) =>
        [.. leaves.Select(leaf => Map.Leaves[leaf].Code).Order(StringComparer.Ordinal)];
}
