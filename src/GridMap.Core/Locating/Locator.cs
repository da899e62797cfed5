using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Locating;

/// <summary>Answers where a point is in one partition.</summary>
public static class Locator
{
    /// <summary>Another leaf this near makes an answer worth checking, where no accuracy was given.</summary>
    public const double SureMetres = 1;

    /// <summary>The largest accuracy, in metres, that may be asked for.</summary>
    public const double MaxAccuracyMetres = 100_000;

    /// <summary>The answer without duties and stations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The accuracy is not a number from 0 to 100,000.</exception>
    public static PartitionAnswer Locate(PartitionMap map, LatticePoint point, double accuracyMetres)
    {
        if (!(accuracyMetres >= 0 && accuracyMetres <= MaxAccuracyMetres))
        {
            throw new ArgumentOutOfRangeException(
                nameof(accuracyMetres), accuracyMetres, "The accuracy must be from 0 to 100,000 metres.");
        }

        var leaf = map.Index.Find(point);
        var shares = accuracyMetres > 0 ? ListShares(map, point, accuracyMetres) : [];
        return leaf == Coverage.None
            ? Outside(map, point, shares)
            : Inside(map, point, leaf, shares, accuracyMetres > 0 ? accuracyMetres : SureMetres);
    }

    private static PartitionAnswer Outside(PartitionMap map, LatticePoint point, IReadOnlyList<GridShare> shares) => new()
    {
        Partition = map.Partition,
        Certainty = Certainty.Unknown,
        Grids = shares,
        Nearest = map.Borders.FindNearest(point) is { } hit
            ? new NearestGrid(map.Leaves[hit.Leaf], hit.DistanceMetres)
            : null,
    };

    private static PartitionAnswer Inside(
        PartitionMap map, LatticePoint point, int leaf, IReadOnlyList<GridShare> shares, double metres)
    {
        var grid = map.Leaves[leaf];
        return new PartitionAnswer
        {
            Partition = map.Partition,
            Grid = grid,
            Path = map.Tree.ListPath(grid),
            Certainty = IsAlone(map, point, leaf, metres) ? Certainty.Sure : Certainty.Check,
            Border = map.Borders.FindNearest(point, leaf) is { } hit
                ? new BorderAnswer(hit.DistanceMetres, hit.Across == Coverage.None ? null : map.Leaves[hit.Across])
                : null,
            Grids = shares.Count > 0 ? shares : [new GridShare(grid, 1)],
        };
    }

    private static bool IsAlone(PartitionMap map, LatticePoint point, int leaf, double metres) =>
        map.Index.FindAll(point).Length == 1
        && map.Borders.ListWithin(point, metres).TrueForAll(near => IsNoneOr(leaf, map.Coverage.Left(near.Arc))
            && IsNoneOr(leaf, map.Coverage.Right(near.Arc)));

    private static bool IsNoneOr(int leaf, int side) => side == Coverage.None || side == leaf;

    private static IReadOnlyList<GridShare> ListShares(PartitionMap map, LatticePoint point, double metres) =>
        [.. CircleShares.List(map.Coverage, map.Index, map.Borders, point, metres)
            .Select(s => new GridShare(map.Leaves[s.Leaf], s.Share))];
}
