namespace GridMap.Core.Spatial.Coverages;

/// <summary>Distances from one point, in metres, on the plane that touches the ellipsoid there.</summary>
internal readonly struct LocalDistance
{
    private const double SemiMajor = 6378137;
    private const double EccentricitySquared = 0.00669437999014;

    private readonly LonLat origin;
    private readonly double metresPerLon;
    private readonly double metresPerLat;

    public LocalDistance(LonLat origin)
    {
        this.origin = origin;
        var (sin, cos) = Math.SinCos(origin.Lat * Math.PI / 180);
        var w = 1 - (EccentricitySquared * sin * sin);
        metresPerLon = SemiMajor / Math.Sqrt(w) * cos * Math.PI / 180;
        metresPerLat = SemiMajor * (1 - EccentricitySquared) / (w * Math.Sqrt(w)) * Math.PI / 180;
    }

    public double To(in LonLatBox box) => double.Hypot(
        Math.Max(0, Math.Max(box.West - origin.Lon, origin.Lon - box.East)) * metresPerLon,
        Math.Max(0, Math.Max(box.South - origin.Lat, origin.Lat - box.North)) * metresPerLat);

    public double To(LonLat a, LonLat b)
    {
        var (ax, ay) = ((a.Lon - origin.Lon) * metresPerLon, (a.Lat - origin.Lat) * metresPerLat);
        var (dx, dy) = ((b.Lon - a.Lon) * metresPerLon, (b.Lat - a.Lat) * metresPerLat);
        var length = (dx * dx) + (dy * dy);
        var t = length == 0 ? 0 : Math.Clamp(-((ax * dx) + (ay * dy)) / length, 0, 1);
        return double.Hypot(ax + (t * dx), ay + (t * dy));
    }
}
