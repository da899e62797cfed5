using static System.Math;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// The two integrals of a geodesic as series of order 6 in Bessel's expansion parameter: equations 15 to 25 of
/// C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013). What is cut off is below 10 nm.
/// </summary>
internal readonly struct GeodesicSeries
{
    private const double N = Wgs84.N;

    private readonly double epsilon;

    /// <param name="cosAlpha0">Cosine of the geodesic's azimuth where it crosses the equator northwards.</param>
    public GeodesicSeries(double cosAlpha0)
    {
        var k2 = Wgs84.SecondE2 * cosAlpha0 * cosAlpha0;
        epsilon = k2 / Pow(1 + Sqrt(1 + k2), 2);
    }

    /// <summary>Metres from arc length <paramref name="from"/> to <paramref name="to"/>, radians from the equator.</summary>
    public double Metres(double from, double to)
    {
        var e = epsilon;
        var e2 = e * e;
        var sum = SineSum(
            from,
            to,
            e * (-1 / 2.0 + (e2 * (3 / 16.0 - (e2 / 32)))),
            e2 * (-1 / 16.0 + (e2 * (1 / 32.0 - (e2 * 9 / 2048)))),
            e2 * e * (-1 / 48.0 + (e2 * 3 / 256)),
            e2 * e2 * (-5 / 512.0 + (e2 * 3 / 512)),
            e2 * e2 * e * -7 / 1280,
            e2 * e2 * e2 * -7 / 2048);
        return Wgs84.B * A1 * (to - from + sum);
    }

    /// <summary>The arc length, radians from the equator, at so many metres beyond arc length <paramref name="from"/>.</summary>
    public double ArcAfter(double from, double metres)
    {
        var e = epsilon;
        var e2 = e * e;
        var tau = (Metres(0, from) + metres) / (Wgs84.B * A1);
        return tau + SineSum(
            0,
            tau,
            e * (1 / 2.0 - (e2 * (9 / 32.0 - (e2 * 205 / 1536)))),
            e2 * (5 / 16.0 - (e2 * (37 / 96.0 - (e2 * 1335 / 4096)))),
            e2 * e * (29 / 96.0 - (e2 * 75 / 128)),
            e2 * e2 * (539 / 1536.0 - (e2 * 2391 / 2560)),
            e2 * e2 * e * 3467 / 7680,
            e2 * e2 * e2 * 38081 / 61440);
    }

    /// <summary>By how much the longitude on the auxiliary sphere exceeds that on the ellipsoid, over sin α0, radians.</summary>
    public double LongitudeExcess(double from, double to)
    {
        var e = epsilon;
        var a3 = 1 - (e * ((1 / 2.0) - (N / 2) + (e * ((1 / 4.0) + (N / 8) - (N * N * 3 / 8)
            + (e * ((1 / 16.0) + (N * 3 / 16) + (N * N / 16) + (e * ((3 / 64.0) + (N / 32) + (e * 3 / 128)))))))));
        var sum = SineSum(
            from,
            to,
            e * ((1 / 4.0) - (N / 4) + (e * ((1 / 8.0) - (N * N / 8)
                + (e * ((3 / 64.0) + (N * 3 / 64) - (N * N / 64) + (e * ((5 / 128.0) + (N / 64) + (e * 3 / 128)))))))),
            e * e * ((1 / 16.0) - (N * 3 / 32) + (N * N / 32)
                + (e * ((3 / 64.0) - (N / 32) - (N * N * 3 / 64) + (e * ((3 / 128.0) + (N / 128) + (e * 5 / 256)))))),
            e * e * e * ((5 / 192.0) - (N * 3 / 64) + (N * N * 5 / 192)
                + (e * ((3 / 128.0) - (N * 5 / 192) + (e * 7 / 512)))),
            e * e * e * e * ((7 / 512.0) - (N * 7 / 256) + (e * 7 / 512)),
            e * e * e * e * e * 21 / 2560,
            0);
        return Wgs84.F * a3 * (to - from + sum);
    }

    private double A1
    {
        get
        {
            var e2 = epsilon * epsilon;
            return (1 + (e2 * (1 / 4.0 + (e2 * (1 / 64.0 + (e2 / 256)))))) / (1 - epsilon);
        }
    }

    /// <summary>The sum of c_j (sin 2j·to − sin 2j·from), with each difference as a product so that short arcs keep their digits.</summary>
    private static double SineSum(
        double from, double to, double c1, double c2, double c3, double c4, double c5, double c6)
    {
        var (sinHalf, cosHalf) = SinCos(to - from);
        var (sinMid, cosMid) = SinCos(to + from);
        var sine = new Multiples(sinHalf, cosHalf);
        var cosine = new Multiples(sinMid, cosMid);
        var sum = c1 * sine.Next().Sin * cosine.Next().Cos;
        sum += c2 * sine.Next().Sin * cosine.Next().Cos;
        sum += c3 * sine.Next().Sin * cosine.Next().Cos;
        sum += c4 * sine.Next().Sin * cosine.Next().Cos;
        sum += c5 * sine.Next().Sin * cosine.Next().Cos;
        sum += c6 * sine.Next().Sin * cosine.Next().Cos;
        return 2 * sum;
    }

    /// <summary>Sine and cosine of the multiples of an angle, one after another.</summary>
    private struct Multiples(double sin, double cos)
    {
        private (double Sin, double Cos) last = (0, 1);

        public (double Sin, double Cos) Next() =>
            last = ((last.Sin * cos) + (last.Cos * sin), (last.Cos * cos) - (last.Sin * sin));
    }
}
