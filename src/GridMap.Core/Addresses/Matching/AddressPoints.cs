using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Addresses.Matching;

/// <summary>The addresses by place. Immutable.</summary>
internal sealed class AddressPoints
{
    private readonly Address[] inOrder;
    private readonly NearestIndex index;

    private AddressPoints(Address[] inOrder, NearestIndex index) => (this.inOrder, this.index) = (inOrder, index);

    /// <summary>Builds the index; every address has a valid position.</summary>
    public static AddressPoints Build(IReadOnlyList<Address> items)
    {
        var boxes = new LatticeBox[items.Count];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = LatticeBox.Of(LatticePoint.From(items[i].Point));
        }

        var index = NearestIndex.Build(boxes, (a, b) => Items.Compare(items[a], items[b]), out var order);
        return new(Array.ConvertAll(order, i => items[i]), index);
    }

    /// <summary>The nearest, ties by key.</summary>
    public IReadOnlyList<(Address Address, double Metres)> Nearest(LonLat point, int limit, double radius)
    {
        using var search = NearestSearch<Address, Items>.Start(LatticePoint.From(point), limit, radius);
        index.AddTo(search, new Items(inOrder));
        return Array.ConvertAll(search.List(), static hit => (hit.Item, hit.Distance));
    }

    private readonly struct Items(Address[] inOrder) : INearestItems<Address>
    {
        public static int Compare(Address a, Address b) => a.SourceKey.Source == b.SourceKey.Source
            ? string.CompareOrdinal(a.SourceKey.Id, b.SourceKey.Id)
            : string.CompareOrdinal(a.SourceKey.Source, b.SourceKey.Source);

        public static double Measure(in PointFrame from, Address item) => Geodesic.Distance(from, item.Point);

        public bool TakesAll => true;

        public bool Qualifies(int number) => true;

        public Address Get(int number) => inOrder[number];
    }
}
