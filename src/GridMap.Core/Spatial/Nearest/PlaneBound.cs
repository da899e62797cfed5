using System.Numerics;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>Bounds near a point, where the ellipsoid is compared with two planes.</summary>
/// <remarks>
/// <para>
/// In a band of latitudes a step north is between the least and the greatest M (meridian radius of curvature) long, and a
/// step east between the least and the greatest N cos φ (radius of the parallel). So a path inside the band is at least
/// as long as in the plane with the least ones, and the straight line of longitude and latitude is no longer than in
/// the plane with the greatest ones. A path that leaves the band is at least as long as from the point to the band's
/// rim. M grows and N cos φ shrinks towards the poles; formulas: EPSG Guidance Note 7-2, section 4.1.
/// </para>
/// <para>
/// Longitudes are compared around the globe, so the date line is no border; a band over a pole has least N cos φ = 0.
/// </para>
/// </remarks>
internal readonly struct PlaneBound : IDistanceBound
{
    private const double Turn = 360 * LatticePoint.StepsPerDegree;
    private const double RadiansPerStep = Wgs84.RadiansPerDegree / LatticePoint.StepsPerDegree;
    private const double LeastMeridianRadius = Wgs84.A * (1 - Wgs84.E2);

    private readonly double x;
    private readonly double y;
    private readonly double rimSquare;
    private readonly double leastEast;
    private readonly double leastNorth;
    private readonly double mostEast;
    private readonly double mostNorth;

    /// <param name="point">From where.</param>
    /// <param name="rim">Metres from the point to the rims of the band.</param>
    public PlaneBound(LatticePoint point, double rim)
    {
        (x, y) = (point.X, point.Y);
        rimSquare = rim * rim;
        var halfWidth = rim / LeastMeridianRadius;
        var latitude = Math.Abs(point.Y) * RadiansPerStep;
        var (inner, outer) = (Math.Max(0, latitude - halfWidth), Math.Min(Math.PI / 2, latitude + halfWidth));
        (leastNorth, mostEast) = StepsAt(inner);
        (mostNorth, leastEast) = StepsAt(outer);
    }

    /// <inheritdoc/>
    public void Least(ReadOnlySpan<double> sides, Span<double> least)
    {
        var south = sides[BoxTree.Fanout..];
        var east = sides[(2 * BoxTree.Fanout)..];
        var north = sides[(3 * BoxTree.Fanout)..];
        var (hereX, hereY) = (new Vector<double>(x), new Vector<double>(y));
        for (var i = 0; i < BoxTree.Fanout; i += Vector<double>.Count)
        {
            var toWest = new Vector<double>(sides[i..]) - hereX;
            var toEast = hereX - new Vector<double>(east[i..]);
            var toSouth = new Vector<double>(south[i..]) - hereY;
            var toNorth = hereY - new Vector<double>(north[i..]);
            Least(toWest, toEast, toSouth, toNorth).CopyTo(least[i..]);
        }
    }

    /// <inheritdoc/>
    public void Between(in Leaf leaf, Span<double> least, Span<double> most)
    {
        if (leaf.IsOfPoints)
        {
            BetweenPoints(leaf, least, most);
            return;
        }

        var south = leaf.Sides[BoxTree.LeafSize..];
        var east = leaf.Sides[leaf.East..];
        var north = east[BoxTree.LeafSize..];
        var (cornerX, cornerY) = (new Vector<double>(leaf.Corner.X - x), new Vector<double>(leaf.Corner.Y - y));
        var (step, width) = (new Vector<double>(leaf.Step), new Vector<double>(leaf.Step - 1));
        for (var i = 0; i < BoxTree.LeafSize; i += Vector<double>.Count)
        {
            var toWest = cornerX + (step * Doubles(leaf.Sides, i));
            var toEast = -cornerX - width - (step * Doubles(east, i));
            var toSouth = cornerY + (step * Doubles(south, i));
            var toNorth = -cornerY - width - (step * Doubles(north, i));
            Least(toWest, toEast, toSouth, toNorth).CopyTo(least[i..]);
            Most(toWest, toEast, toSouth, toNorth).CopyTo(most[i..]);
        }
    }

    /// <summary>The same with half the work.</summary>
    private void BetweenPoints(in Leaf leaf, Span<double> least, Span<double> most)
    {
        var south = leaf.Sides[BoxTree.LeafSize..];
        var (cornerX, cornerY) = (new Vector<double>(leaf.Corner.X - x), new Vector<double>(leaf.Corner.Y - y));
        var (leastX, leastY) = (new Vector<double>(leastEast), new Vector<double>(leastNorth));
        for (var i = 0; i < BoxTree.LeafSize; i += Vector<double>.Count)
        {
            var east = Around(cornerX + Doubles(leaf.Sides, i));
            var north = Vector.Abs(cornerY + Doubles(south, i));
            var (across, along) = (east * leastX, north * leastY);
            ((across * across) + (along * along)).CopyTo(least[i..]);
            Most(east, north, along).CopyTo(most[i..]);
        }
    }

    /// <inheritdoc/>
    public double Least(in LatticeBox box) => Least(
        new Vector<double>(box.MinX - x),
        new Vector<double>(x - box.MaxX),
        new Vector<double>(box.MinY - y),
        new Vector<double>(y - box.MaxY))[0];

    /// <inheritdoc/>
    public double Most(in LatticeBox box) => Most(
        new Vector<double>(box.MinX - x),
        new Vector<double>(x - box.MaxX),
        new Vector<double>(box.MinY - y),
        new Vector<double>(y - box.MaxY))[0];

    /// <summary>From the gaps to the four sides, positive where the point is outside.</summary>
    private Vector<double> Least(Vector<double> west, Vector<double> east, Vector<double> south, Vector<double> north)
    {
        var around = Vector.MinNative(Vector.MaxNative(west, east), Vector.MinNative(west, east) + new Vector<double>(Turn));
        var across = Vector.MaxNative(around, Vector<double>.Zero) * new Vector<double>(leastEast);
        var along = Vector.MaxNative(Vector.MaxNative(south, north), Vector<double>.Zero) * new Vector<double>(leastNorth);
        return (across * across) + (along * along);
    }

    /// <summary>To the farthest corner; infinite where that may lie outside the band.</summary>
    private Vector<double> Most(Vector<double> west, Vector<double> east, Vector<double> south, Vector<double> north)
    {
        var steps = Vector.MaxNative(Vector.Abs(south), Vector.Abs(north));
        return Most(Vector.MaxNative(Around(west), Around(east)), steps, steps * new Vector<double>(leastNorth));
    }

    /// <summary>From steps east and steps north, and the least that these can be in metres.</summary>
    private Vector<double> Most(Vector<double> east, Vector<double> north, Vector<double> leastAlong)
    {
        var (across, along) = (east * new Vector<double>(mostEast), north * new Vector<double>(mostNorth));
        return Vector.ConditionalSelect(
            Vector.LessThanOrEqual(leastAlong * leastAlong, new Vector<double>(rimSquare)),
            (across * across) + (along * along),
            new Vector<double>(double.PositiveInfinity));
    }

    /// <summary>The shorter way around the globe.</summary>
    private static Vector<double> Around(Vector<double> gap) =>
        Vector.MinNative(Vector.Abs(gap), new Vector<double>(Turn) - Vector.Abs(gap));

    /// <summary>The offsets from a place on, as many as a vector holds: the halves of a vector of twice as many.</summary>
    private static Vector<double> Doubles(ReadOnlySpan<int> offsets, int from)
    {
        var both = new Vector<int>(offsets[(from & -Vector<int>.Count)..]);
        return Vector.ConvertToDouble(
            (from & Vector<double>.Count) == 0 ? Vector.WidenLower(both) : Vector.WidenUpper(both));
    }

    /// <summary>Metres of a step north and of a step east.</summary>
    private static (double North, double East) StepsAt(double latitude)
    {
        var (sine, cosine) = Math.SinCos(latitude);
        var squeeze = 1 - (Wgs84.E2 * sine * sine);
        var prime = Wgs84.A / Math.Sqrt(squeeze);
        return (prime * (1 - Wgs84.E2) / squeeze * RadiansPerStep, Math.Max(0, prime * cosine) * RadiansPerStep);
    }
}
