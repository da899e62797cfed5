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

        var index = NearestIndex.Build(boxes, boxes.Length, (a, b) => Items.Compare(items[a], items[b]), out var order);
        return new(Array.ConvertAll(order, i => items[i]), index);
    }

    /// <summary>The nearest, ties by key.</summary>
    public IReadOnlyList<(Address Address, double Metres)> Nearest(LonLat point, int limit, double radius)
    {
        using var search = NearestSearch<Items>.Start(LatticePoint.From(point), limit, radius);
        index.AddTo(search, new Items(inOrder));
        return search.List(static (items, number, metres) => (items.Get(number), metres));
    }

    private readonly struct Items(Address[] inOrder) : INearestItems<Items>
    {
        public static int Compare(in Items items, int number, in Items others, int other) =>
            Compare(items.Get(number), others.Get(other));

        public static int Compare(Address a, Address b) => a.SourceKey.Source == b.SourceKey.Source
            ? string.CompareOrdinal(a.SourceKey.Id, b.SourceKey.Id)
            : string.CompareOrdinal(a.SourceKey.Source, b.SourceKey.Source);

        public bool TakesAll => true;

        public double Measure(ShapeSearch from, int number) => Geodesic.Distance(from.From, Get(number).Point);

        public uint Narrow(int first, uint numbers) => numbers;

        public bool Qualifies(int number) => true;

        public Address Get(int number) => inOrder[number];
    }
}
