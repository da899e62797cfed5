namespace GridMap.Cli.Generating;

/// <summary>
/// A position in metres east and north of the preset's origin. Only + - * / and square roots are used on it, which
/// IEEE 754 defines to the last bit: no sine, no logarithm.
/// </summary>
internal readonly record struct PlanePoint(double X, double Y)
{
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>To the left by a right angle.</summary>
    public PlanePoint Left => new(-Y, X);

    public PlanePoint Unit => this * (1 / Math.Max(Length, 1e-9));

    public static PlanePoint operator +(PlanePoint a, PlanePoint b) => new(a.X + b.X, a.Y + b.Y);

    public static PlanePoint operator -(PlanePoint a, PlanePoint b) => new(a.X - b.X, a.Y - b.Y);

    public static PlanePoint operator *(PlanePoint a, double factor) => new(a.X * factor, a.Y * factor);

    public double Dot(PlanePoint other) => (X * other.X) + (Y * other.Y);

    public double Cross(PlanePoint other) => (X * other.Y) - (Y * other.X);

    public double DistanceTo(PlanePoint other) => (other - this).Length;
}
