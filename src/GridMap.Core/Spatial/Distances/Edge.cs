using static System.Math;

namespace GridMap.Core.Spatial.Distances;

/// <summary>An edge straight in longitude and latitude, as a curve in space over its fraction 0 to 1.</summary>
internal readonly record struct Edge(double ALon, double ALat, double BLon, double BLat)
{
    private const int NewtonSteps = 50;

    public LonLat At(double fraction) => new(Between(ALon, BLon, fraction), Between(ALat, BLat, fraction));

    public double MetresAt(in PointFrame from, double fraction) => Geodesic.Distance(from, At(fraction));

    public double ChordAt(in PointFrame from, double fraction)
    {
        var at = At(fraction);
        return from.Chord(at.Lon, at.Lat);
    }

    public double LowerBound(in PointFrame from, double low, double high)
    {
        var (a, b) = (At(low), At(high));
        return BoxDistance.LowerBound(
            from, Min(a.Lon, b.Lon), Min(a.Lat, b.Lat), Max(a.Lon, b.Lon), Max(a.Lat, b.Lat));
    }

    /// <summary>Where between two fractions the chord is shortest: Newton's method, kept within a shrinking bracket.</summary>
    public double NearestByChord(in PointFrame from, double low, double high)
    {
        var (atLow, atHigh) = (HalfSquareSlopes(from, low).First, HalfSquareSlopes(from, high).First);
        if (atLow >= 0 || atHigh <= 0)
        {
            return atLow >= 0 && (atHigh > 0 || ChordAt(from, low) <= ChordAt(from, high)) ? low : high;
        }

        var fraction = low + ((high - low) * (atLow / (atLow - atHigh)));
        for (var step = 0; step < NewtonSteps; step++)
        {
            var (first, second) = HalfSquareSlopes(from, fraction);
            (low, high) = first < 0 ? (fraction, high) : (low, fraction);
            var next = fraction - (first / second);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Abs(next - fraction) <= 1e-15 + (1e-13 * Abs(fraction)))
            {
                return next;
            }

            fraction = next;
        }

        return fraction;
    }

    /// <summary>One step of Newton's method towards where the chord is shortest, kept on the edge.</summary>
    public double StepByChord(in PointFrame from, double fraction)
    {
        var (first, second) = HalfSquareSlopes(from, fraction);
        return second > 0 ? Clamp(fraction - (first / second), 0, 1) : fraction;
    }

    /// <summary>First and second derivative of half the squared chord by the fraction.</summary>
    private (double First, double Second) HalfSquareSlopes(in PointFrame from, double fraction)
    {
        var at = At(fraction);
        var lonSpeed = (BLon - ALon) * Wgs84.RadiansPerDegree;
        var latSpeed = (BLat - ALat) * Wgs84.RadiansPerDegree;
        var (sin, cos) = Sines.OfLatitude(at.Lat);
        var w2 = 1 - (Wgs84.E2 * sin * sin);
        var prime = Wgs84.A / Sqrt(w2);
        var meridian = prime * (1 - Wgs84.E2) / w2;
        var meridianSlope = 3 * meridian * Wgs84.E2 * sin * cos / w2;

        var radius = prime * cos;
        var radius1 = -meridian * sin * latSpeed;
        var radius2 = -((meridian * cos) + (meridianSlope * sin)) * latSpeed * latSpeed;
        var height1 = meridian * cos * latSpeed;
        var height2 = ((meridianSlope * cos) - (meridian * sin)) * latSpeed * latSpeed;

        var east = from.RadiansTo(at.Lon);
        var (sinEast, cosEast) = Sines.Of(east);
        var half = Sines.Of(east / 2).Sin;
        var outward = radius - from.Radius + (2 * from.Radius * half * half);
        var upward = (prime * (1 - Wgs84.E2) * sin) - from.Height;
        var around = radius * from.Radius;
        var first = (outward * radius1) + (upward * height1) + (around * sinEast * lonSpeed);
        var second = (radius1 * radius1) + (height1 * height1) + (outward * radius2) + (upward * height2)
            + (2 * radius1 * from.Radius * sinEast * lonSpeed) + (around * cosEast * lonSpeed * lonSpeed);
        return (first, second);
    }

    /// <summary>Exact at both ends.</summary>
    private static double Between(double a, double b, double fraction) =>
        fraction == 1 ? b : a + ((b - a) * fraction);
}
