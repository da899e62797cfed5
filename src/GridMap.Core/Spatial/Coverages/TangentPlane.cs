using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The plane that touches the ellipsoid at a point, in metres: a lattice step has the length there that it has at the
/// point, so that what is straight in longitude and latitude stays straight. Distances from the point are those of the
/// mid-latitude formula.
/// </summary>
/// <remarks>
/// The formula (Gauss) takes the radii of curvature half-way: along a parallel the length of a degree changes with
/// −M sin φ, along a meridian with 3 e² sin φ cos φ / (1 − e² sin² φ) of itself a radian. Its relative error is about
/// (d tan φ / R)² / 24: below 2 km and 65 degrees less than 0.1 mm.
/// </remarks>
internal readonly struct TangentPlane
{
    /// <summary>How far from the point distances are good, in metres.</summary>
    public const double MaxMetres = 2000;

    private const double MaxLatitude = 65;
    private const double MaxLongitude = 179;
    private const double RadiansPerStep = Wgs84.RadiansPerDegree / LatticePoint.StepsPerDegree;

    private readonly LatticePoint point;
    private readonly double perMetreX;
    private readonly double perMetreY;

    public TangentPlane(LatticePoint point)
    {
        this.point = point;
        var (sin, cos) = Sines.OfLatitude(point.Y * (1 / LatticePoint.StepsPerDegree));
        var w2 = 1 - (Wgs84.E2 * sin * sin);
        var perW = 1 / Math.Sqrt(w2);
        MetresX = Wgs84.A * RadiansPerStep * perW * cos;
        MetresY = Wgs84.A * RadiansPerStep * (1 - Wgs84.E2) * perW * perW * perW;

        // The radii of curvature are A / w and A (1 − e²) / w³.
        var w = w2 * perW;
        perMetreX = sin * w / (2 * Wgs84.A * cos);
        perMetreY = 3 * Wgs84.E2 / (2 * Wgs84.A * (1 - Wgs84.E2)) * sin * cos * w;
    }

    /// <summary>Whether there is a plane at a point: not near a pole, nor where longitudes begin anew.</summary>
    public static bool Fits(LatticePoint point) =>
        Math.Abs(point.Y) <= (long)(MaxLatitude * LatticePoint.StepsPerDegree)
        && Math.Abs(point.X) <= (long)(MaxLongitude * LatticePoint.StepsPerDegree);

    /// <summary>Metres of a lattice step from west to east.</summary>
    public double MetresX { get; }

    /// <summary>Metres of a lattice step from south to north.</summary>
    public double MetresY { get; }

    /// <summary>No distance below <see cref="MaxMetres"/> is less than that share of the one in the plane.</summary>
    public double LeastScale => 1 - (1.001 * MaxMetres * (Math.Abs(perMetreX) + Math.Abs(perMetreY)));

    /// <summary>
    /// The squares of the distances to the nearest places of a run's segments. Exactly the same at an end for all segments
    /// that share it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SquaresTo(in BorderRun run)
    {
        run.SeeFrom(point, out var ax, out var ay, out var bx, out var by);
        (ax, ay, bx, by) = (MetresX * ax, MetresY * ay, MetresX * bx, MetresY * by);
        var (dx, dy) = (bx - ax, by - ay);
        var at = -((ax * dx) + (ay * dy)) / ((dx * dx) + (dy * dy));
        var isStart = Vector512.LessThanOrEqual(at, Vector512<double>.Zero);
        var isEnd = Vector512.GreaterThanOrEqual(at, Vector512<double>.One);
        var x = Vector512.ConditionalSelect(isStart, ax, Vector512.ConditionalSelect(isEnd, bx, ax + (at * dx)));
        var y = Vector512.ConditionalSelect(isStart, ay, Vector512.ConditionalSelect(isEnd, by, ay + (at * dy)));
        x *= Vector512<double>.One - (perMetreX * y);
        y *= Vector512<double>.One + (perMetreY * y);
        return (x * x) + (y * y);
    }
}
