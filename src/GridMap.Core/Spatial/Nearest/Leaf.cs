using System.Numerics;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// The entries of one leaf of a <see cref="BoxTree"/>: their sides as 31-bit offsets from the leaf's south-west corner.
/// Where the leaf is wider than 2.14 degrees the offsets count coarser steps and the boxes are widened to whole ones,
/// which keeps them bounds.
/// </summary>
internal readonly ref struct Leaf(LatticeBox box, ReadOnlySpan<int> sides)
{
    /// <summary>West sides, then south ones, then, unless all entries are points, east and north ones.</summary>
    public ReadOnlySpan<int> Sides { get; } = sides;

    /// <summary>Where the east sides begin: those of points are the west ones.</summary>
    public int East => Sides.Length - (2 * BoxTree.LeafSize);

    /// <summary>The corner that offsets count from.</summary>
    public LatticePoint Corner => new(box.MinX, box.MinY);

    /// <summary>Lattice steps in one step of the offsets; 1: the boxes are exact.</summary>
    public long Step { get; } = 1L << ShiftOf(box);

    /// <summary>Whether its entries are points and exact.</summary>
    public bool IsOfPoints => East == 0 && Step == 1;

    /// <summary>A box that holds an entry.</summary>
    public LatticeBox BoxAt(int entry)
    {
        var (x, y) = Corner;
        return new(
            x + (Sides[entry] * Step),
            y + (Sides[BoxTree.LeafSize + entry] * Step),
            x + (Sides[East + entry] * Step) + Step - 1,
            y + (Sides[East + BoxTree.LeafSize + entry] * Step) + Step - 1);
    }

    /// <summary>Writes the sides of an entry, each a leaf's size after the other.</summary>
    public static void Pack(in LatticeBox leaf, in LatticeBox box, Span<int> sides)
    {
        var shift = ShiftOf(leaf);
        sides[0] = (int)((box.MinX - leaf.MinX) >> shift);
        sides[BoxTree.LeafSize] = (int)((box.MinY - leaf.MinY) >> shift);
        if (sides.Length > 2 * BoxTree.LeafSize)
        {
            sides[2 * BoxTree.LeafSize] = (int)((box.MaxX - leaf.MinX) >> shift);
            sides[3 * BoxTree.LeafSize] = (int)((box.MaxY - leaf.MinY) >> shift);
        }
    }

    private static int ShiftOf(in LatticeBox leaf) => Math.Max(
        0, 33 - BitOperations.LeadingZeroCount((ulong)Math.Max(leaf.MaxX - leaf.MinX, leaf.MaxY - leaf.MinY)));
}
