using GridMap.Core.Grids;
using GridMap.Core.Spatial;

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

        var shares = accuracyMetres > 0 ? ListShares(map, point, accuracyMetres) : [];
        var (place, certainty) = FindPlace(map, point, accuracyMetres);
        return place is { } found ? Inside(map, found, certainty, shares) : Outside(map, point, shares);
    }

    /// <summary>The leaf of a point and how sure that is: the part of <see cref="Locate"/> that a row of a batch needs.</summary>
    /// <returns>No place and <see cref="Certainty.Unknown"/> outside all leaves.</returns>
    public static (LeafPlace? Place, Certainty Certainty) FindPlace(PartitionMap map, LatticePoint point, double accuracyMetres)
    {
        if (map.FindPlace(point) is not { } place)
        {
            return (null, Certainty.Unknown);
        }

        var metres = accuracyMetres > 0 ? accuracyMetres : SureMetres;
        return (place, map.HasOtherWithin(point, place, metres) ? Certainty.Check : Certainty.Sure);
    }

    private static PartitionAnswer Outside(PartitionMap map, LatticePoint point, IReadOnlyList<GridShare> shares) => new()
    {
        Partition = map.Partition,
        Certainty = Certainty.Unknown,
        Grids = shares,
        Nearest = map.FindNearest(point) is var (grid, metres) ? new NearestGrid(grid, metres) : null,
    };

    private static PartitionAnswer Inside(
        PartitionMap map, LeafPlace place, Certainty certainty, IReadOnlyList<GridShare> shares) => new()
        {
            Partition = map.Partition,
            Grid = place.Leaf,
            Path = place.Path,
            Certainty = certainty,
            Border = double.IsFinite(place.BorderMetres) ? new BorderAnswer(place.BorderMetres, place.Neighbour) : null,
            Grids = shares.Count > 0 ? shares : [new GridShare(place.Leaf, 1)],
        };

    private static IReadOnlyList<GridShare> ListShares(PartitionMap map, LatticePoint point, double metres) =>
        [.. map.ListShares(point, metres).Select(static s => new GridShare(s.Grid, s.Share))];
}
