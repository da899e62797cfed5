using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>
    /// The border segments of a coverage with their owners: the vertices are the coverage's own. A segment's place is
    /// that of the vertex where it starts.
    /// </summary>
    private sealed class Borders
    {
        private readonly LatticePoint[] vertices;
        private readonly int[] arcOfVertex;
        private readonly Sides[] sidesOfArc;

        public Borders(Coverage coverage)
        {
            vertices = coverage.VertexArray;
            arcOfVertex = new int[vertices.Length];
            sidesOfArc = new Sides[coverage.ArcCount];
            for (var arc = 0; arc < sidesOfArc.Length; arc++)
            {
                sidesOfArc[arc] = new Sides(coverage.Left(arc) + 1, coverage.Right(arc) + 1);
                arcOfVertex.AsSpan(coverage.FirstVertex(arc)..coverage.FirstVertex(arc + 1)).Fill(arc);
            }
        }

        public ReadOnlySpan<LatticePoint> Vertices => vertices;

        /// <summary>What the owners take in memory, bytes.</summary>
        public long SizeInBytes => ((long)arcOfVertex.Length * sizeof(int)) + (sidesOfArc.Length * 2L * sizeof(int));

        /// <summary>Whether a segment starts at a vertex: not at the last one of an arc.</summary>
        public bool HasSegmentAt(int place) =>
            place + 1 < arcOfVertex.Length && arcOfVertex[place] == arcOfVertex[place + 1];

        /// <summary>Whether two segments are of one arc, and not more than a chain apart with all between them.</summary>
        public bool AreInOneChain(int first, int last) =>
            last - first < BorderChain.MaxSegments && arcOfVertex[first] == arcOfVertex[last];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref readonly LatticePoint VertexAt(int place) =>
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(vertices), place);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref readonly BorderSegment SegmentAt(int place) =>
            ref BorderSegment.At(ref Unsafe.AsRef(in VertexAt(place)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sides SidesOf(int place) => Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(sidesOfArc),
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(arcOfVertex), place));

        /// <summary>Asks memory for the vertices and the owners of a chain.</summary>
        public void PrefetchAt(int place)
        {
            Memory.Prefetch(in VertexAt(place));
            Memory.Prefetch(in VertexAt(place + BorderChain.MaxSegments));
            Memory.Prefetch(in Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(arcOfVertex), place));
        }
    }

    /// <summary>The owners beside a segment: a leaf's number plus one, or 0 for none.</summary>
    private readonly record struct Sides(int Left, int Right);
}
