using CsCheck;
using GridMap.Core.Grids;

namespace GridMap.Core.Tests.Grids;

public class GridTreeTests
{
    private const int Ids = 3_000;

    /// <summary>Of any shape: parents that are missing, chains that come back to themselves, codes that two have.</summary>
    private static readonly Gen<Grid> Any = Gen.Select(
        Gen.Long[1, Ids], Gen.Int[0, 2 * Ids], Gen.Frequency((1, Gen.Const(0L)), (9, Gen.Long[1, Ids / 20])),
        static (id, code, parent) => new Grid
        {
            Id = id,
            Partition = "governance",
            Code = $"g{code}",
            ParentId = parent == 0 ? null : parent,
            Level = "grid",
        });

    [Fact]
    public void A_tree_after_changes_is_that_of_the_grids_that_came_out() =>
        Gen.Select(Any.Array[0, Ids], Gen.Select(Any.Array[0, 40], Gen.Long[1, Ids].Array[0, 40]).Array[1, 5]).Sample(
            static (first, changes) =>
            {
                var now = first.DistinctBy(static g => g.Id).ToDictionary(static g => g.Id);
                var tree = new GridTree(now.Values);
                foreach (var (put, retired) in changes)
                {
                    var puts = put.DistinctBy(static g => g.Id).ExceptBy(retired, static g => g.Id).ToList();
                    tree = tree.With(puts, retired);
                    Array.ForEach(retired, id => now.Remove(id));
                    puts.ForEach(grid => now[grid.Id] = grid);
                }

                Assert.Equal(Picture(new GridTree(now.Values)), Picture(tree));
            },
            iter: 60);

    [Fact]
    public void Of_two_grids_with_one_code_the_smaller_id_is_found_and_then_the_other()
    {
        var tree = new GridTree(Pictures.Grids("a\nb\nc").Select(static g => g.Grid with { Code = "a" }));
        Assert.Equal(1, tree.Find("a")?.Id);
        Assert.Equal(2, tree.With([], [1]).Find("a")?.Id);
    }

    [Fact]
    public void Two_grids_cannot_have_one_id() => Assert.Throws<ArgumentException>(
        static () => new GridTree(Pictures.Grids("a\nb").Select(static g => g.Grid with { Id = 7 })));

    private static string Picture(GridTree tree)
    {
        var ids = Enumerable.Range(0, Ids + 2).ToList();
        return string.Join('\n',
        [
            $"grids {Codes(tree.Grids)}",
            $"roots {Codes(tree.Roots)}",
            .. ids.Select(id => $"{id}: {tree.Find(id)?.Code}; {tree.HasChildren(id)} {Codes(tree.ListChildren(id))}"),
            .. ids.Select(id => $"{id} {tree.Find($"g{id}")?.Id}"),
            .. tree.Grids.Select(grid => Codes(tree.ListPath(grid))),
        ]);
    }

    private static string Codes(IEnumerable<Grid> grids) => string.Join(' ', grids.Select(static g => $"{g.Id}={g.Code}"));
}
