using GridMap.Core.Grids;
using GridMap.Core.History;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace GridMap.Data.Importing.Grids;

/// <summary>Tells what a new version of a grid is.</summary>
internal static class GridChanges
{
    /// <summary>How far vertices move in a re-digitised border, in metres; a redrawn one moves further.</summary>
    public const double Tolerance = 1;

    private const double MetresPerDegree = 111_320;

    /// <summary>What happened between two versions of one grid.</summary>
    public static GridChange Between(GridVersion before, GridVersion after) =>
        (before.Grid.Name == after.Grid.Name ? 0 : GridChange.Renamed)
        | (before.Grid.Code == after.Grid.Code ? 0 : GridChange.Recoded)
        | Drawn(before.Shape, after.Shape);

    private static GridChange Drawn(Geometry? before, Geometry? after)
    {
        if (Core.Spatial.Shapes.Same(before, after))
        {
            return GridChange.None;
        }

        return before is not null && after is not null && AreNear(before, after) ? GridChange.Redigitised : GridChange.Redrawn;
    }

    // On a plane about the grid: the tolerance needs no more than that.
    private static bool AreNear(Geometry before, Geometry after)
    {
        var plane = AffineTransformation.ScaleInstance(
            MetresPerDegree * Math.Cos(before.EnvelopeInternal.Centre.Y * Math.PI / 180), MetresPerDegree);
        return DiscreteHausdorffDistance.Distance(
            plane.Transform(before.Boundary), plane.Transform(after.Boundary)) <= Tolerance;
    }
}
