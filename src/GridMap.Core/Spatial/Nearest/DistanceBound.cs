using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// How near a box can be to one point at the least, in metres on the WGS 84 ellipsoid: never more than the true
/// distance to any point of the box, and close to it.
/// </summary>
/// <remarks>
/// <para>
/// Near the point (up to 256 km) the ellipsoid is compared with a plane. In a band of latitudes a step north is at least
/// M long and a step east at least N cos φ, with the least M (meridian radius of curvature) and the least N cos φ
/// (radius of the parallel) of the band, so that a path inside the band is at least as long as in the plane with these
/// two constants; and a path that leaves a band is at least as long as from the point to the band's rim. The bands grow
/// eightfold, the narrowest that decides gives the bound. Longitudes are compared around the globe, so the date line is
/// no border, and a band over a pole has N cos φ = 0.
/// </para>
/// <para>
/// Farther away the bound is the distance to the middle of the box less the way from there to its corner, both on the
/// ellipsoid.
/// </para>
/// <para>
/// The bound is lowered by one part in 10^8 and a millimetre: for its own rounding, and for that of the distances that
/// it is compared with. Formulas of the radii: EPSG Guidance Note 7-2, section 4.1.
/// </para>
/// </remarks>
internal readonly struct DistanceBound
{
    private const double SemiMajor = 6378137;
    private const double Eccentricity2 = 0.0066943799901413165;
    private const double LeastMeridianRadius = SemiMajor * (1 - Eccentricity2);
    private const double GreatestRadius = 6399593.6258;
    private const double RadiansPerStep = Math.PI / 180 / LatticePoint.StepsPerDegree;
    private const long Turn = 360_000_000_000;

    private readonly LatticePoint point;
    private readonly Band near;
    private readonly Band middle;
    private readonly Band far;
    private readonly Band farthest;

    /// <summary>Bounds from that point.</summary>
    public DistanceBound(LatticePoint point)
    {
        this.point = point;
        near = new Band(point, 500);
        middle = new Band(point, 4_000);
        far = new Band(point, 32_000);
        farthest = new Band(point, 256_000);
    }

    /// <summary>Metres, not negative.</summary>
    public double To(in LatticeBox box)
    {
        var x = (double)LongitudeGap(box);
        var y = (double)Math.Max(0, Math.Max(point.Y - box.MaxY, box.MinY - point.Y));
        if (near.TryBound(x, y, out var bound)
            || middle.TryBound(x, y, out bound)
            || far.TryBound(x, y, out bound)
            || farthest.TryBound(x, y, out bound))
        {
            return bound;
        }

        return Math.Max(bound, ByMiddle(box));
    }

    private long LongitudeGap(in LatticeBox box)
    {
        var east = box.MinX - point.X;
        var west = point.X - box.MaxX;
        return Math.Max(0, Math.Min(Math.Max(east, west), Math.Min(east, west) + Turn));
    }

    private double ByMiddle(in LatticeBox box)
    {
        var middleOfBox = new LatticePoint((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2);
        var widest = box.MinY <= 0 && box.MaxY >= 0 ? 0 : Math.Min(Math.Abs(box.MinY), Math.Abs(box.MaxY));
        var reach = (GreatestRadius * RadiansPerStep * (box.MaxY - box.MinY + 2) / 2)
            + (GreatestRadius * Math.Cos(widest * RadiansPerStep) * RadiansPerStep * (box.MaxX - box.MinX + 2) / 2);
        return Lowered(Geodesic.Distance(point.ToLonLat(), middleOfBox.ToLonLat()) - reach);
    }

    private static double Lowered(double bound) => Math.Max(0, (bound * (1 - 1e-8)) - 1e-3);

    /// <summary>A band of latitudes around a point, as a plane that is nowhere longer.</summary>
    private readonly struct Band
    {
        private readonly double rim;
        private readonly double eastMetres;
        private readonly double northMetres;

        public Band(LatticePoint point, double rim)
        {
            this.rim = rim;
            var halfWidth = rim / LeastMeridianRadius;
            var latitude = Math.Abs(point.Y) * RadiansPerStep;
            northMetres = MeridianRadius(Math.Max(0, latitude - halfWidth)) * RadiansPerStep;
            eastMetres = ParallelRadius(Math.Min(Math.PI / 2, latitude + halfWidth)) * RadiansPerStep;
        }

        /// <summary>The bound, and whether the band decides it; if not, it is at least <paramref name="bound"/>.</summary>
        public bool TryBound(double x, double y, out double bound)
        {
            var east = x * eastMetres;
            var north = y * northMetres;
            var square = (east * east) + (north * north);
            var decides = square <= rim * rim;
            bound = Lowered(decides ? Math.Sqrt(square) : rim);
            return decides;
        }

        private static double MeridianRadius(double latitude)
        {
            var sine = Math.Sin(latitude);
            return SemiMajor * (1 - Eccentricity2) / Math.Pow(1 - (Eccentricity2 * sine * sine), 1.5);
        }

        private static double ParallelRadius(double latitude)
        {
            var (sine, cosine) = Math.SinCos(latitude);
            return Math.Max(0, SemiMajor * cosine / Math.Sqrt(1 - (Eccentricity2 * sine * sine)));
        }
    }
}
