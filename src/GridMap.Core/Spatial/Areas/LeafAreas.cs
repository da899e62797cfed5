using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Core.Spatial.Areas;

/// <summary>The polygons of a coverage, made when first asked for, with a search by box. One thread at a time.</summary>
internal sealed class LeafAreas
{
    private readonly Coverage coverage;
    private readonly Geometry?[] areas;
    private readonly STRtree<int> tree = new();

    public LeafAreas(Coverage coverage)
    {
        this.coverage = coverage;
        areas = new Geometry?[coverage.LeafCount];
        for (var leaf = 0; leaf < coverage.LeafCount; leaf++)
        {
            if (coverage.RingCount(leaf) > 0)
            {
                tree.Insert(this[leaf].EnvelopeInternal, leaf);
            }
        }

        tree.Build();
    }

    public Geometry this[int leaf] => areas[leaf] ??= coverage.GetPolygon(leaf);

    /// <summary>The leaves whose boxes meet a box, rising.</summary>
    public IReadOnlyList<int> ListNear(Envelope box) => [.. tree.Query(box).Order()];
}
