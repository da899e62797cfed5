namespace GridMap.Core.Spatial.Nearest;

/// <summary>Stands in until the exact geodesic lands: T. Vincenty (1975), a millimetre off near the poles.</summary>
internal static class Geodesic
{
    private const double A = 6378137;
    private const double F = 1 / 298.257223563;
    private const double B = A * (1 - F);

    public static double Distance(LonLat from, LonLat to)
    {
        var u1 = Math.Atan((1 - F) * Math.Tan(from.Lat * Math.PI / 180));
        var u2 = Math.Atan((1 - F) * Math.Tan(to.Lat * Math.PI / 180));
        var l = Math.IEEERemainder(to.Lon - from.Lon, 360) * Math.PI / 180;
        var (s1, c1) = Math.SinCos(u1);
        var (s2, c2) = Math.SinCos(u2);
        var lambda = l;
        double sinSigma = 0, cosSigma = 1, sigma = 0, cosSqAlpha = 1, cos2m = 0;
        for (var i = 0; i < 200; i++)
        {
            var (sl, cl) = Math.SinCos(lambda);
            sinSigma = Math.Sqrt(Math.Pow(c2 * sl, 2) + Math.Pow((c1 * s2) - (s1 * c2 * cl), 2));
            if (sinSigma == 0)
            {
                return 0;
            }

            cosSigma = (s1 * s2) + (c1 * c2 * cl);
            sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = c1 * c2 * sl / sinSigma;
            cosSqAlpha = 1 - (sinAlpha * sinAlpha);
            cos2m = cosSqAlpha < 1e-15 ? 0 : cosSigma - (2 * s1 * s2 / cosSqAlpha);
            var c = F / 16 * cosSqAlpha * (4 + (F * (4 - (3 * cosSqAlpha))));
            var previous = lambda;
            lambda = l + ((1 - c) * F * sinAlpha
                * (sigma + (c * sinSigma * (cos2m + (c * cosSigma * (-1 + (2 * cos2m * cos2m)))))));
            if (Math.Abs(lambda - previous) < 1e-13)
            {
                break;
            }
        }

        var uSq = cosSqAlpha * ((A * A) - (B * B)) / (B * B);
        var aa = 1 + (uSq / 16384 * (4096 + (uSq * (-768 + (uSq * (320 - (175 * uSq)))))));
        var bb = uSq / 1024 * (256 + (uSq * (-128 + (uSq * (74 - (47 * uSq))))));
        var delta = bb * sinSigma * (cos2m + (bb / 4 * ((cosSigma * (-1 + (2 * cos2m * cos2m)))
            - (bb / 6 * cos2m * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cos2m * cos2m))))));
        return B * aa * (sigma - delta);
    }
}
