using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Tests.Spatial.Nearest;

public class NearestSearchTests
{
    [Fact]
    public void Twenty_thousand_in_one_place_cost_as_many_looks_as_are_asked_for()
    {
        var place = LatticePoint.From(new(119.1, 36.7));
        var boxes = Enumerable.Repeat(LatticeBox.Of(place), 20_000).ToArray();
        var looks = new List<int>();
        using var search = NearestSearch<Watched>.Start(place, 10, double.PositiveInfinity);
        NearestIndex.Build(boxes, boxes.Length, static (a, b) => a.CompareTo(b), out _).AddTo(search, new Watched(looks));

        Assert.Equal(Enumerable.Range(0, 10), search.List(static (_, number, _) => number));
        Assert.Equal(Enumerable.Range(0, 10), looks);
    }

    /// <summary>Items that all qualify, and note which were asked.</summary>
    private readonly struct Watched(List<int> looks) : INearestItems<Watched>
    {
        public bool TakesAll => false;

        public static int Compare(in Watched items, int number, in Watched others, int other) => number.CompareTo(other);

        public uint Narrow(int first, uint numbers) => numbers;

        public bool Qualifies(int number)
        {
            looks.Add(number);
            return true;
        }

        public double Measure(ShapeSearch from, int number) => throw new NotSupportedException("All are points.");
    }
}
