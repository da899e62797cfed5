using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Bench.Ratios;

/// <summary>What one builds from NetTopologySuite: a tree of envelopes, and an indexed locator for each polygon.</summary>
internal sealed class PeerIndex
{
    private readonly STRtree<(int Leaf, IndexedPointInAreaLocator Locator)> tree = new();

    public PeerIndex(IReadOnlyList<Geometry> polygons)
    {
        for (var i = 0; i < polygons.Count; i++)
        {
            tree.Insert(polygons[i].EnvelopeInternal, (i, new IndexedPointInAreaLocator(polygons[i])));
        }

        tree.Build();

        // A locator builds its index at the first question.
        for (var i = 0; i < polygons.Count; i++)
        {
            Find(polygons[i].Coordinate);
        }
    }

    /// <summary>The first leaf found that holds the point or has it on its border, or −1.</summary>
    public int Find(Coordinate point)
    {
        foreach (var (leaf, locator) in tree.Query(new Envelope(point)))
        {
            if (locator.Locate(point) != Location.Exterior)
            {
                return leaf;
            }
        }

        return -1;
    }
}
