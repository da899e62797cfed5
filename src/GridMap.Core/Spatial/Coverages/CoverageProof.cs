namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// What follows from the arcs alone, without looking at a polygon: that a leaf's polygon is valid, and that the leaves
/// neither overlap nor leave a gap. It proves or stays silent; what is not proved must be looked at.
/// </summary>
/// <remarks>
/// Crossing a border with a leaf on both sides swaps one leaf for another, so how many leaves cover a place changes only
/// at borders with one side. Where no borders cross, and those with one side form rings around the leaves that lie apart
/// from each other, there is one leaf everywhere inside and none outside.
/// </remarks>
internal sealed class CoverageProof
{
    private const int ManyRings = 1000;
    private const int FewArcs = 16;

    private readonly Coverage coverage;
    private readonly bool[] crossed;
    private readonly Lazy<bool> isTiling;

    public CoverageProof(Coverage coverage)
    {
        this.coverage = coverage;
        crossed = BorderCrossings.Find(coverage);
        isTiling = new(() => !crossed.Contains(true) && HasOuterRingsOnly());
    }

    /// <summary>Whether it is proved that no place has two leaves and no gap is between them.</summary>
    public bool IsTiling => isTiling.Value;

    /// <summary>
    /// Whether a leaf is proved to be a valid polygon: one ring that crosses no border, has no border on both sides of it,
    /// and passes each node once.
    /// </summary>
    public bool IsValid(int leaf)
    {
        if (crossed[leaf] || coverage.RingCount(leaf) != 1)
        {
            return false;
        }

        var arcs = coverage.RingArcs(leaf, 0);
        foreach (var reference in arcs)
        {
            var arc = reference < 0 ? ~reference : reference;
            if (coverage.Left(arc) == coverage.Right(arc))
            {
                return false;
            }
        }

        return PassesEachNodeOnce(arcs);
    }

    private bool PassesEachNodeOnce(ReadOnlySpan<int> arcs)
    {
        if (arcs.Length > FewArcs)
        {
            var nodes = new HashSet<LatticePoint>();
            foreach (var arc in arcs)
            {
                nodes.Add(StartOf(arc));
            }

            return nodes.Count == arcs.Length;
        }

        for (var i = 1; i < arcs.Length; i++)
        {
            var node = StartOf(arcs[i]);
            for (var j = 0; j < i; j++)
            {
                if (StartOf(arcs[j]) == node)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private LatticePoint StartOf(int reference) =>
        reference < 0 ? coverage.Vertices(~reference)[^1] : coverage.Vertices(reference)[0];

    private bool HasOuterRingsOnly()
    {
        var byStart = new Dictionary<LatticePoint, int>();
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            if (IsOneSided(arc) && !byStart.TryAdd(Start(arc), arc))
            {
                return false;
            }
        }

        var boxes = new List<LatticeBox>();
        while (byStart.Count > 0 && boxes.Count < ManyRings)
        {
            if (TakeRing(byStart) is not { } box || boxes.Exists(other => Meet(other, box)))
            {
                return false;
            }

            boxes.Add(box);
        }

        return byStart.Count == 0;
    }

    /// <summary>The box of a ring of borders with the leaves on the left; null where it is open or around a gap.</summary>
    private LatticeBox? TakeRing(Dictionary<LatticePoint, int> byStart)
    {
        var (start, points) = (byStart.Keys.First(), new List<LatticePoint>());
        var at = start;
        do
        {
            if (!byStart.Remove(at, out var arc))
            {
                return null;
            }

            var vertices = coverage.Vertices(arc).ToArray();
            if (coverage.Left(arc) == Coverage.None)
            {
                Array.Reverse(vertices);
            }

            points.AddRange(vertices.AsSpan(1));
            at = vertices[^1];
        }
        while (at != start);
        var ring = points.ToArray();
        return LatticeRing.DoubleArea(ring) > 0 ? LatticeBox.Of(ring) : null;
    }

    private bool IsOneSided(int arc) => coverage.Left(arc) == Coverage.None || coverage.Right(arc) == Coverage.None;

    // With the leaf on the left.
    private LatticePoint Start(int arc) =>
        coverage.Left(arc) == Coverage.None ? coverage.Vertices(arc)[^1] : coverage.Vertices(arc)[0];

    private static bool Meet(LatticeBox a, LatticeBox b) =>
        a.MinX <= b.MaxX && b.MinX <= a.MaxX && a.MinY <= b.MaxY && b.MinY <= a.MaxY;
}
