using System.Numerics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The edges of rings in groups by where they start: all that start at one vertex are in one group, in rising order, and
/// a group is small enough for the nearest caches. That is how a hash join is divided (Shatdal, Kant and Naughton, 1994).
/// A block of the plane goes to a group as a whole, since a ring stays in a block for a while.
/// </summary>
internal sealed class VertexGroups : IDisposable
{
    private const int EdgesInGroup = 1 << 11;
    private const int BlocksInGroup = 8;

    private readonly RingArrays rings;
    private readonly int shift;
    private readonly int[] starts;
    private readonly Rented<int> edges;

    private VertexGroups(RingArrays rings)
    {
        this.rings = rings;
        starts = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(rings.Length / EdgesInGroup) + 1) + 1];
        edges = new(rings.Length);
        shift = FindShift((long)Count * BlocksInGroup);
    }

    /// <summary>The groups of all edges.</summary>
    public static VertexGroups Of(RingArrays rings)
    {
        var groups = new VertexGroups(rings);
        var parts = new int[Parts.Count(rings.Length)][];
        Parts.ForEach(parts.Length, part => parts[part] = groups.CountEdges(part, parts.Length));
        groups.Place(parts);
        Parts.ForEach(parts.Length, part => groups.Fill(part, parts));
        return groups;
    }

    /// <summary>How many groups there are; some may be empty.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The edges of a group: <c>h</c>, or <c>~h</c> for the first of its ring.</summary>
    public ReadOnlySpan<int> this[int group] => edges.Array.AsSpan(starts[group]..starts[group + 1]);

    /// <inheritdoc/>
    public void Dispose() => edges.Dispose();

    /// <summary>How wide and high blocks must be so that about so many lie over all rings; a few points say where these are.</summary>
    private int FindShift(long blocks)
    {
        const int Step = 32;
        var (minX, minY, maxX, maxY) = (long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);
        for (var ring = 0; ring < rings.Count; ring++)
        {
            for (var h = rings.Starts[ring]; h < rings.Ends[ring]; h += Step)
            {
                var (x, y) = rings.Points[h];
                (minX, minY, maxX, maxY) = (Math.Min(minX, x), Math.Min(minY, y), Math.Max(maxX, x), Math.Max(maxY, y));
            }
        }

        var size = 0;
        while (rings.Count > 0 && (((maxX - minX) >> size) + 1.0) * (((maxY - minY) >> size) + 1) > blocks)
        {
            size++;
        }

        return size;
    }

    private int GroupOf(LatticePoint point)
    {
        var block = ((ulong)(point.X >> shift) * 0x9E3779B97F4A7C15) + ((ulong)(point.Y >> shift) * 0xC2B2AE3D27D4EB4F);
        return (int)((block ^ (block >> 32)) * 0xD6E8FEB86659FD93 >> 32) & (Count - 1);
    }

    private int[] CountEdges(int part, int parts)
    {
        var counts = new int[Count];
        for (var ring = rings.FirstRing(part, parts); ring < rings.FirstRing(part + 1, parts); ring++)
        {
            var (first, end) = rings.Edges(ring);
            foreach (var point in rings.Points.AsSpan(first..end))
            {
                counts[GroupOf(point)]++;
            }
        }

        return counts;
    }

    // From how many edges each part has in a group to where it puts the first of them.
    private void Place(int[][] parts)
    {
        var place = 0;
        for (var group = 0; group < Count; group++)
        {
            foreach (var counts in parts)
            {
                (counts[group], place) = (place, place + counts[group]);
            }

            starts[group + 1] = place;
        }
    }

    private void Fill(int part, int[][] parts)
    {
        var (places, to) = (parts[part], edges.Array);
        for (var ring = rings.FirstRing(part, parts.Length); ring < rings.FirstRing(part + 1, parts.Length); ring++)
        {
            var (first, end) = rings.Edges(ring);
            to[places[GroupOf(rings.Points[first])]++] = ~first;
            for (var h = first + 1; h < end; h++)
            {
                to[places[GroupOf(rings.Points[h])]++] = h;
            }
        }
    }
}
