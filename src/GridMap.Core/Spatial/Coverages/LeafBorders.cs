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
    /// <summary>Runs in a group, and so the lanes of a comparison.</summary>
    public const int RunsInGroup = 8;

    // More would push out of the nearest caches what was there.
    private const int MostFetched = 4;

    // Boxes are kept in units of 256 lattice steps (28 mm): then any difference of two coordinates fits 32 bits.
    private const int UnitShift = 8;

    private readonly int[] leafGroups;
    private readonly RunGroup[] groups;
    private readonly BorderRun[] runs;

    private LeafBorders(int[] leafGroups, RunGroup[] groups, BorderRun[] runs)
    {
        this.leafGroups = leafGroups;
        this.groups = groups;
        this.runs = runs;
    }

    /// <summary>The borders of all leaves.</summary>
    public static LeafBorders Build(Coverage coverage)
    {
        var (runs, firstRuns) = DivideArcs(coverage);
        var leafGroups = new int[coverage.LeafCount + 1];
        var groups = new List<RunGroup>((coverage.VertexCount / 32) + coverage.LeafCount);
        for (var leaf = 0; leaf < coverage.LeafCount; leaf++)
        {
            if (!TryAddLeaf(coverage, firstRuns, leaf, groups))
            {
                groups.RemoveRange(leafGroups[leaf], groups.Count - leafGroups[leaf]);
            }

            leafGroups[leaf + 1] = groups.Count;
        }

        return new LeafBorders(leafGroups, [.. groups], runs);
    }

    /// <summary>Bytes in memory.</summary>
    public long SizeInBytes =>
        ((long)groups.Length * Unsafe.SizeOf<RunGroup>()) + ((long)leafGroups.Length * sizeof(int))
        + ((long)runs.Length * Unsafe.SizeOf<BorderRun>());

    /// <summary>The runs, in the order of the arcs.</summary>
    public ReadOnlySpan<BorderRun> Runs => runs;

    /// <summary>
    /// The groups of a leaf; none where it has no borders, or where these have vertices that are too far apart for a
    /// <see cref="BorderRun"/>.
    /// </summary>
    public ReadOnlySpan<RunGroup> Groups(int leaf) => groups.AsSpan(leafGroups[leaf]..leafGroups[leaf + 1]);

    /// <summary>Asks memory for the groups of a leaf, the first ones where it has many, and for some runs.</summary>
    public void Prefetch(int leaf, NearRuns likely)
    {
        Memory.Prefetch(in runs[likely.First], 1);
        Memory.Prefetch(in runs[likely.Second], 1);
        Memory.Prefetch(in runs[likely.Third], 1);

        // The last leaf may have none, and begin at the end.
        var (first, count) = (leafGroups[leaf], leafGroups[leaf + 1] - leafGroups[leaf]);
        Memory.Prefetch(
            in Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(groups), first), Math.Min(count, MostFetched));
    }

    // The runs of all arcs, and the number of each arc's first one.
    private static (BorderRun[] Runs, int[] FirstRuns) DivideArcs(Coverage coverage)
    {
        var firstRuns = new int[coverage.ArcCount + 1];
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var isBorder = coverage.Left(arc) != coverage.Right(arc);
            firstRuns[arc + 1] = firstRuns[arc]
                + (isBorder ? (coverage.Vertices(arc).Length + BorderRun.MaxSegments - 2) / BorderRun.MaxSegments : 0);
        }

        var runs = new BorderRun[firstRuns[^1]];
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            for (var run = firstRuns[arc]; run < firstRuns[arc + 1]; run++)
            {
                runs[run] = new BorderRun(VerticesOf(coverage, arc, run - firstRuns[arc]));
            }
        }

        return (runs, firstRuns);
    }

    private static ReadOnlySpan<LatticePoint> VerticesOf(Coverage coverage, int arc, int run)
    {
        var vertices = coverage.Vertices(arc)[(run * BorderRun.MaxSegments)..];
        return vertices[..Math.Min(vertices.Length, BorderRun.MaxSegments + 1)];
    }

    private static bool TryAddLeaf(Coverage coverage, int[] firstRuns, int leaf, List<RunGroup> groups)
    {
        var lane = RunsInGroup;
        for (var ring = 0; ring < coverage.RingCount(leaf); ring++)
        {
            foreach (var reference in coverage.RingArcs(leaf, ring))
            {
                var arc = reference < 0 ? ~reference : reference;
                var across = coverage.Across(arc, leaf);
                for (var run = firstRuns[arc]; run < firstRuns[arc + 1]; run++)
                {
                    var vertices = VerticesOf(coverage, arc, run - firstRuns[arc]);
                    if (!BorderRun.Fits(vertices))
                    {
                        return false;
                    }

                    if (lane == RunsInGroup)
                    {
                        groups.Add(RunGroup.Empty);
                        lane = 0;
                    }

                    CollectionsMarshal.AsSpan(groups)[^1].Set(lane++, vertices, run, across);
                }
            }
        }

        return true;
    }

    /// <summary>Eight runs; a lane without one is infinitely far away.</summary>
    internal struct RunGroup
    {
        private Vector256<int> west;
        private Vector256<int> south;
        private Vector256<int> east;
        private Vector256<int> north;
        private Vector256<int> runs;
        private Vector256<int> across;

        public static readonly RunGroup Empty = new()
        {
            west = Vector256.Create(int.MaxValue / 2),
            south = Vector256.Create(int.MaxValue / 2),
            east = Vector256.Create(int.MaxValue / 2),
            north = Vector256.Create(int.MaxValue / 2),
        };

        /// <summary>The number of a run.</summary>
        public readonly int Run(int lane) => runs[lane];

        /// <summary>The leaf across the border of a run, or <see cref="Coverage.None"/>.</summary>
        public readonly int Across(int lane) => across[lane];

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

        public void Set(int lane, ReadOnlySpan<LatticePoint> vertices, int run, int leafAcross)
        {
            var (minX, minY, maxX, maxY) = (vertices[0].X, vertices[0].Y, vertices[0].X, vertices[0].Y);
            foreach (var (x, y) in vertices)
            {
                (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
                (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
            }

            west = west.WithElement(lane, (int)(minX >> UnitShift));
            south = south.WithElement(lane, (int)(minY >> UnitShift));
            east = east.WithElement(lane, (int)(maxX >> UnitShift));
            north = north.WithElement(lane, (int)(maxY >> UnitShift));
            runs = runs.WithElement(lane, run);
            across = across.WithElement(lane, leafAcross);
        }
    }
}
