using System.Buffers;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The rings of all leaves, one after the other, the leaf on the left. A ring is closed: its first vertex stands again at
/// its end. Edge h runs from point h to point h + 1, so the last point of a ring is no edge.
/// </summary>
/// <param name="Points">The vertices of all rings; rented. Between two rings there may be points of none.</param>
/// <param name="Length">How many of these points are in use.</param>
/// <param name="Starts">Where each ring begins.</param>
/// <param name="Ends">Where each ring ends, its closing vertex included.</param>
/// <param name="IsShell">Whether each ring is a shell.</param>
/// <param name="LeafOf">The leaf of each ring.</param>
/// <param name="LeafRings">Where each leaf's rings begin; one more for the end.</param>
internal sealed record RingArrays(
    LatticePoint[] Points, int Length, int[] Starts, int[] Ends, bool[] IsShell, int[] LeafOf, int[] LeafRings)
    : IDisposable
{
    /// <summary>How many rings there are.</summary>
    public int Count => Starts.Length;

    /// <summary>The edges of a ring, the last excluded.</summary>
    public (int First, int End) Edges(int ring) => (Starts[ring], Ends[ring] - 1);

    /// <summary>The ring of an edge. A search: for the few edges that need it.</summary>
    public int RingOf(int edge)
    {
        var found = Array.BinarySearch(Starts, edge);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The first ring of a part, where the points are divided in equal parts.</summary>
    public int FirstRing(int part, int parts)
    {
        var found = Array.BinarySearch(Starts, Parts.Start(part, parts, Length));
        return found >= 0 ? found : ~found;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<LatticePoint>.Shared.Return(Points);
}
