using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The borders of each leaf in runs of at most eight segments, with a box around each run, eight boxes side by side: a
/// lower bound for eight runs costs as much as for one. Arcs with the leaf on both sides are left out. Immutable.
/// </summary>
internal sealed class LeafBorders
{
    /// <summary>Segments in a run.</summary>
    public const int SegmentsInRun = 8;

    /// <summary>Runs in a group, and so the lanes of a comparison.</summary>
    public const int RunsInGroup = 8;

    // More would push out of the nearest caches what was there.
    private const int MostFetched = 4;

    // Boxes are kept in units of 256 lattice steps (28 mm): then any difference of two coordinates fits 32 bits.
    private const int UnitShift = 8;

    private readonly int[] leafGroups;
    private readonly RunGroup[] groups;

    private LeafBorders(int[] leafGroups, RunGroup[] groups)
    {
        this.leafGroups = leafGroups;
        this.groups = groups;
    }

    /// <summary>The borders of all leaves.</summary>
    public static LeafBorders Build(Coverage coverage)
    {
        var leafGroups = new int[coverage.LeafCount + 1];
        var groups = new List<RunGroup>((coverage.VertexCount / 32) + coverage.LeafCount);
        for (var leaf = 0; leaf < coverage.LeafCount; leaf++)
        {
            AddLeaf(coverage, leaf, groups);
            leafGroups[leaf + 1] = groups.Count;
        }

        return new LeafBorders(leafGroups, [.. groups]);
    }

    /// <summary>Bytes in memory.</summary>
    public long SizeInBytes => ((long)groups.Length * Unsafe.SizeOf<RunGroup>()) + ((long)leafGroups.Length * sizeof(int));

    /// <summary>The groups of a leaf.</summary>
    public ReadOnlySpan<RunGroup> Groups(int leaf) => groups.AsSpan(leafGroups[leaf]..leafGroups[leaf + 1]);

    /// <summary>Asks memory for the groups of a leaf; the first ones, where it has many.</summary>
    public void Prefetch(int leaf)
    {
        var first = leafGroups[leaf];
        Memory.Prefetch(in groups[first], Math.Min(leafGroups[leaf + 1] - first, MostFetched));
    }

    private static void AddLeaf(Coverage coverage, int leaf, List<RunGroup> groups)
    {
        var lane = RunsInGroup;
        for (var ring = 0; ring < coverage.RingCount(leaf); ring++)
        {
            foreach (var reference in coverage.RingArcs(leaf, ring))
            {
                var arc = reference < 0 ? ~reference : reference;
                if (coverage.Left(arc) == coverage.Right(arc))
                {
                    continue;
                }

                var last = coverage.FirstVertex(arc + 1) - 1;
                for (var v = coverage.FirstVertex(arc); v < last; v += SegmentsInRun)
                {
                    if (lane == RunsInGroup)
                    {
                        groups.Add(RunGroup.Empty);
                        lane = 0;
                    }

                    var run = coverage.AllVertices[v..(Math.Min(last, v + SegmentsInRun) + 1)];
                    CollectionsMarshal.AsSpan(groups)[^1].Set(lane++, run, v, arc);
                }
            }
        }
    }

    /// <summary>Eight runs; a lane without one is infinitely far away.</summary>
    internal struct RunGroup
    {
        private Vector256<int> west;
        private Vector256<int> south;
        private Vector256<int> east;
        private Vector256<int> north;
        private Vector256<int> vertices;
        private Vector256<int> arcs;

        public static readonly RunGroup Empty = new()
        {
            west = Vector256.Create(int.MaxValue / 2),
            south = Vector256.Create(int.MaxValue / 2),
            east = Vector256.Create(int.MaxValue / 2),
            north = Vector256.Create(int.MaxValue / 2),
        };

        /// <summary>The first vertex of a run.</summary>
        public readonly int Vertex(int lane) => vertices[lane];

        /// <summary>The arc of a run.</summary>
        public readonly int Arc(int lane) => arcs[lane];

        /// <summary>Squares of distances in the plane, none above the one to any place in the run's box.</summary>
        /// <param name="point">The point.</param>
        /// <param name="metresX">Metres of a lattice step from west to east.</param>
        /// <param name="metresY">Metres of one from south to north.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vector256<float> SquaredBounds(LatticePoint point, double metresX, double metresY)
        {
            // All were rounded down, so a gap may be a unit less than it seems; and floats round.
            var x = Vector256.Create((int)(point.X >> UnitShift));
            var y = Vector256.Create((int)(point.Y >> UnitShift));
            var gapX = Vector256.Max(Vector256.Max(west - x, x - east) - Vector256<int>.One, Vector256<int>.Zero);
            var gapY = Vector256.Max(Vector256.Max(south - y, y - north) - Vector256<int>.One, Vector256<int>.Zero);
            const double Less = (1 << UnitShift) * (1 - 1e-6);
            var dx = Vector256.ConvertToSingle(gapX) * (float)(metresX * Less);
            var dy = Vector256.ConvertToSingle(gapY) * (float)(metresY * Less);
            return (dx * dx) + (dy * dy);
        }

        public void Set(int lane, ReadOnlySpan<LatticePoint> run, int vertex, int arc)
        {
            var (minX, minY, maxX, maxY) = (run[0].X, run[0].Y, run[0].X, run[0].Y);
            foreach (var (x, y) in run)
            {
                (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
                (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
            }

            west = west.WithElement(lane, (int)(minX >> UnitShift));
            south = south.WithElement(lane, (int)(minY >> UnitShift));
            east = east.WithElement(lane, (int)(maxX >> UnitShift));
            north = north.WithElement(lane, (int)(maxY >> UnitShift));
            vertices = vertices.WithElement(lane, vertex);
            arcs = arcs.WithElement(lane, arc);
        }
    }
}
