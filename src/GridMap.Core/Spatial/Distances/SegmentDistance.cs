using static System.Math;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// From a point to an edge that is straight in longitude and latitude: metres on the ellipsoid. The place on the edge
/// is found by Newton's method on the chord, whose derivatives are exact; where chord and surface path could disagree
/// (above 50 km) it is refined on the surface. Allocates nothing; thread-safe.
/// </summary>
/// <remarks>
/// An edge is taken as drawn in the plane of longitude and latitude: from 179 to −179 it runs the long way round, and
/// from 179 to 181 over longitude 180.
/// </remarks>
public static class SegmentDistance
{
    private const double DegreesPerPiece = 1;
    private const double ChordSuffices = 50_000;

    /// <summary>The nearest place of the edge from (aLon, aLat) to (bLon, bLat); an edge of no length is a point.</summary>
    /// <param name="from">The query point.</param>
    /// <param name="aLon">The start's longitude, degrees; may be beyond 180.</param>
    /// <param name="aLat">Its latitude.</param>
    /// <param name="bLon">The end's longitude.</param>
    /// <param name="bLat">Its latitude.</param>
    /// <param name="cutoff">Only distances below it matter: at and above it the search stops early.</param>
    /// <returns>
    /// The fraction of the edge, 0 at its start to 1 at its end, and the metres; infinite metres when the edge is not
    /// nearer than the cutoff.
    /// </returns>
    public static (double Fraction, double Metres) Nearest(
        in PointFrame from,
        double aLon,
        double aLat,
        double bLon,
        double bLat,
        double cutoff = double.PositiveInfinity)
    {
        var edge = new Edge(aLon, aLat, bLon, bLat);
        var pieces = (int)Max(1, Ceiling(Max(Abs(bLon - aLon), Abs(bLat - aLat)) / DegreesPerPiece));
        var best = (Fraction: 0.0, Metres: double.PositiveInfinity);
        for (var piece = 0; piece < pieces; piece++)
        {
            var (low, high) = ((double)piece / pieces, (piece + 1.0) / pieces);
            var found = NearestWithin(from, edge, low, high, Min(cutoff, best.Metres));
            best = found.Metres < best.Metres ? found : best;
        }

        return best;
    }

    /// <summary>
    /// The nearest place of an edge that is less than 2 km away, from where <see cref="NearPlane"/> has it: metres off at
    /// most, of which one step of Newton's method leaves micrometres along the edge.
    /// </summary>
    internal static (double Fraction, double Metres) NearestFrom(in PointFrame from, in Edge edge, double fraction)
    {
        var nearest = edge.StepByChord(from, fraction);
        return (nearest, edge.MetresAt(from, nearest));
    }

    private static (double Fraction, double Metres) NearestWithin(
        in PointFrame from, in Edge edge, double low, double high, double cutoff)
    {
        if (edge.LowerBound(from, low, high) >= cutoff)
        {
            return (low, double.PositiveInfinity);
        }

        var fraction = edge.NearestByChord(from, low, high);
        if (edge.ChordAt(from, fraction) >= cutoff)
        {
            return (fraction, double.PositiveInfinity);
        }

        var metres = edge.MetresAt(from, fraction);
        var found = metres > ChordSuffices
            ? Refine(from, edge, low, high, fraction, metres)
            : (Fraction: fraction, Metres: metres);
        return found.Metres < cutoff ? found : (found.Fraction, double.PositiveInfinity);
    }

    /// <summary>Twice the vertex of a parabola through three squared distances, from a wide and from a narrow base.</summary>
    private static (double Fraction, double Metres) Refine(
        in PointFrame from, in Edge edge, double low, double high, double fraction, double metres)
    {
        var best = (Fraction: fraction, Metres: metres);
        for (var width = (high - low) / 2; width > (high - low) / 100; width /= 8)
        {
            var (left, right) = (Max(low, best.Fraction - width), Min(high, best.Fraction + width));
            var middle = (left + right) / 2;
            var (l, m, r) = (edge.MetresAt(from, left), edge.MetresAt(from, middle), edge.MetresAt(from, right));
            best = Nearer(Nearer(Nearer(best, (left, l)), (middle, m)), (right, r));
            var bend = (l * l) - (2 * m * m) + (r * r);
            if (bend > 0)
            {
                var vertex = Clamp(middle + ((right - left) / 4 * ((l * l) - (r * r)) / bend), left, right);
                best = Nearer(best, (vertex, edge.MetresAt(from, vertex)));
            }
        }

        return best;
    }

    private static (double Fraction, double Metres) Nearer(
        (double Fraction, double Metres) a, (double Fraction, double Metres) b) => b.Metres < a.Metres ? b : a;
}
