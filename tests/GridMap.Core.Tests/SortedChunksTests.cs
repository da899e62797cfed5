using CsCheck;

namespace GridMap.Core.Tests;

public class SortedChunksTests
{
    private static readonly Gen<Item[]> Some = Gen.Select(Gen.Long[0, 5_000], Gen.String).Array[0, 3_000]
        .Select(static pairs => pairs.Select(static p => new Item(p.Item1, p.Item2)).DistinctBy(static i => i.Id).ToArray());

    [Fact]
    public void A_list_after_changes_is_that_of_a_sorted_dictionary() =>
        Gen.Select(Some, Some.Array[0, 4], Some.Array[0, 4]).Sample(
            (first, puts, removals) =>
            {
                var expected = new SortedDictionary<long, Item>(first.ToDictionary(static i => i.Id));
                var list = SortedChunks.ById(first);
                foreach (var (put, removed) in puts.Zip(removals))
                {
                    Array.ForEach(removed, i => expected.Remove(i.Id));
                    Array.ForEach(put, i => expected[i.Id] = i);
                    list = list.With(put, removed);
                }

                Assert.Equal(expected.Values, list);
                Assert.Equal(expected.Count, list.Count);
                Assert.Equal(expected.Values, Enumerable.Range(0, list.Count).Select(i => list[i]));
                Assert.All(first, i => Assert.Same(expected.GetValueOrDefault(i.Id), list.Find(i.Id)));
            },
            iter: 200);

    [Fact]
    public void All_items_with_a_key_are_found_in_their_order_and_of_one_key_the_first() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 2_500].Sample(
            static pairs =>
            {
                // So few keys that one goes through several chunks.
                var items = pairs.Select(static (pair, i) => new Item((100 * pair.Item1) + pair.Item2, $"{i}")).ToList();
                var list = SortedChunks.ById(items);
                for (var key = -1; key <= 4; key++)
                {
                    var expected = items.OrderBy(static i => i.Id).Where(i => i.Id / 100 == key).ToList();
                    Assert.Equal(expected, list.List(key, static (item, k) => (item.Id / 100).CompareTo(k)));
                    Assert.Same(expected.FirstOrDefault(), list.Find(key, static (item, k) => (item.Id / 100).CompareTo(k)));
                }
            },
            iter: 100);

    [Fact]
    public void A_list_stays_as_it_is_when_another_is_made_of_it()
    {
        var list = SortedChunks.ById(Enumerable.Range(0, 2_000).Select(static i => new Item(i, "old")));
        _ = list.With([new Item(7, "new")], [new Item(8, "")]);
        Assert.Equal("old", list[7].Name);
        Assert.Equal(8, list[8].Id);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void There_is_nothing_outside_the_list(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SortedChunks.ById(Enumerable.Range(0, 3).Select(static i => new Item(i, "")))[index]);

    private sealed record Item(long Id, string Name) : IMapItem
    {
        public string Key => Name;
    }
}
