using System.Numerics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Which edges start at the same vertex, edge h running from point h: a vertex is known by one of these edges, and all of
/// them are chained to it in rising order. Large sets are divided by a hash of the point, one part for each processor.
/// </summary>
internal sealed class VertexChains
{
    private const int None = -1;

    private readonly int[] vertexOf;
    private readonly int[] first;
    private readonly int[] next;

    public VertexChains(LatticePoint[] points)
    {
        vertexOf = new int[points.Length];
        first = new int[points.Length];
        next = new int[points.Length];
        var partBits = Parts.Bits(points.Length);
        Parts.ForEach(1 << partBits, part => Number(points, part, partBits));
    }

    /// <summary>The vertex at which an edge starts.</summary>
    public int VertexOf(int edge) => vertexOf[edge];

    /// <summary>The first edge that starts at a vertex.</summary>
    public int First(int vertex) => first[vertex];

    /// <summary>The next edge that starts at the same vertex, or −1.</summary>
    public int Next(int edge) => next[edge];

    // Backwards, so that chains rise. At most half of the table is used: each vertex has two edges as a rule.
    private void Number(LatticePoint[] points, int part, int partBits)
    {
        var tableBits = BitOperations.Log2((uint)Math.Max(points.Length >> partBits, 8)) + 2;
        var table = new int[1 << tableBits];
        var mask = table.Length - 1;
        for (var h = points.Length - 1; h >= 0; h--)
        {
            var hash = Hash(points[h]);
            if ((int)(hash & ((1u << partBits) - 1)) != part)
            {
                continue;
            }

            // An entry is an edge plus one; 0 is free.
            var slot = (int)(hash >> (64 - tableBits));
            while (table[slot] != 0 && points[table[slot] - 1] != points[h])
            {
                slot = (slot + 1) & mask;
            }

            if (table[slot] == 0)
            {
                table[slot] = h + 1;
                first[h] = None;
            }

            var vertex = table[slot] - 1;
            vertexOf[h] = vertex;
            next[h] = first[vertex];
            first[vertex] = h;
        }
    }

    private static ulong Hash(LatticePoint point)
    {
        var mixed = ((ulong)point.X * 0x9E3779B97F4A7C15) + ((ulong)point.Y * 0xC2B2AE3D27D4EB4F);
        return (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
    }
}
