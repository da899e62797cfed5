using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Checking;

/// <summary>
/// Where a segment of one leaf's border runs beside a segment of another's: within a distance of it, the leaves on
/// opposite sides.
/// </summary>
/// <remarks>
/// Two segments that have more than an end in common, on the lattice, always do; this is exact, so that no vertex on another
/// leaf's border is missed, however short the segments are. Those that come near without meeting do so only where that is
/// no mere corner: not where two borders part from a vertex that both have, nor for less than ten times the distance.
/// </remarks>
internal static class Beside
{
    private const double Corner = 10;

    // A step of the lattice: what meets there is not farther apart than that, whatever the distance asked for.
    private const double LatticeMetres = 0.0002;

    /// <summary>The part of a segment, as fractions of it from its start, along which the other runs; null: none.</summary>
    /// <param name="line">The segment, its leaf on the left.</param>
    /// <param name="other">The other leaf's segment, that leaf on the left.</param>
    /// <param name="metres">The distance.</param>
    public static (double From, double To)? Find(BorderSegment line, BorderSegment other, double metres)
    {
        var plane = new TangentPlane(new LatticePoint(line.Start.X, MiddleLatitude(line, other)));
        var (dx, dy) = InMetres(plane, line.Start, line.End);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (a, b) = (Place(other.End), Place(other.Start));
        if (!(a.Along < b.Along))
        {
            // Where they meet on the same side, the leaves overlap; where they are square, the next segment is beside.
            return null;
        }

        var reach = Math.Max(metres, LatticeMetres);
        var (first, last) = (Math.Max(0, a.Along), Math.Min(1, b.Along));
        var (low, high) = (OffAt(first), OffAt(last));
        var meets = line.MeetsBeyondEnds(other);
        if (!meets && ShareAnEnd(line, other) && Math.Max(Math.Abs(low), Math.Abs(high)) > reach)
        {
            return null;
        }

        var (enters, leaves) = ((-reach - low) / (high - low), (reach - low) / (high - low));
        var (from, to) = (At(Math.Min(enters, leaves)), At(Math.Max(enters, leaves)));
        return meets || (to - from) * length >= Corner * reach ? (from, to) : null;

        // As a fraction of the line, and in metres to the left of it.
        (double Along, double Off) Place(LatticePoint point)
        {
            var (x, y) = InMetres(plane, line.Start, point);
            return (((x * dx) + (y * dy)) / ((dx * dx) + (dy * dy)), ((dx * y) - (dy * x)) / length);
        }

        double OffAt(double along) => a.Off + ((b.Off - a.Off) * ((along - a.Along) / (b.Along - a.Along)));

        double At(double share) => Math.Clamp(first + (Math.Clamp(share, 0, 1) * (last - first)), 0, 1);
    }

    private static (double X, double Y) InMetres(in TangentPlane plane, LatticePoint from, LatticePoint to) =>
        (plane.MetresX * (to.X - from.X), plane.MetresY * (to.Y - from.Y));

    /// <summary>Half-way where both are, since the length of a degree of longitude changes along a long segment.</summary>
    private static long MiddleLatitude(in BorderSegment line, in BorderSegment other)
    {
        var south = Math.Max(Math.Min(line.Start.Y, line.End.Y), Math.Min(other.Start.Y, other.End.Y));
        var north = Math.Min(Math.Max(line.Start.Y, line.End.Y), Math.Max(other.Start.Y, other.End.Y));
        return south + ((north - south) / 2);
    }

    private static bool ShareAnEnd(in BorderSegment line, in BorderSegment other) =>
        line.Start == other.Start || line.Start == other.End || line.End == other.Start || line.End == other.End;
}
