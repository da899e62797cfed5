namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Exact side tests on the lattice. A point stands for itself moved by (+ε, +ε²), ε infinitely small: so it is never on
/// an edge, and belongs to what is east of it, or where a border runs due east-west, to what is north of it.
/// </summary>
public static class LatticeSide
{
    /// <summary>Whether the (moved) point is to the left of the directed line from a to b; false where they are equal.</summary>
    public static bool IsLeft(LatticePoint a, LatticePoint b, LatticePoint point)
    {
        var turn = Turn(a, b, point);
        return turn > 0 || (turn == 0 && (b.Y < a.Y || (b.Y == a.Y && b.X > a.X)));
    }

    /// <summary>1 where a, b, c turn left (counter-clockwise), −1 where they turn right, 0 on one line. Exact.</summary>
    public static int Turn(LatticePoint a, LatticePoint b, LatticePoint c)
    {
        long dx = b.X - a.X, dy = b.Y - a.Y, px = c.X - a.X, py = c.Y - a.Y;
        return IsShort(dx) && IsShort(dy) && IsShort(px) && IsShort(py)
            ? (dx * py).CompareTo(dy * px)
            : ((Int128)dx * py).CompareTo((Int128)dy * px);
    }

    private static bool IsShort(long value) => value == (int)value;
}
