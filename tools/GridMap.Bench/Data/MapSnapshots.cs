using GridMap.Core;
using GridMap.Core.Grids;

namespace GridMap.Bench.Data;

/// <summary>Tessellations as what a store would load.</summary>
internal static class MapSnapshots
{
    private static readonly DateOnly Date = new(2026, 1, 1);

    private static readonly Partition Only = new()
    {
        Id = 1,
        Code = "only",
        Name = LocalText.Same("only"),
        Tiling = Tiling.Complete,
        Levels = [new Level("community", LocalText.Same("community")), new Level("grid", LocalText.Same("grid"))],
        IsDefault = true,
    };

    /// <summary>Nothing.</summary>
    public static readonly MapSnapshot Empty = MapSnapshot.Empty(Date);

    /// <summary>A partition in which every hundred leaves have a grid above them.</summary>
    public static MapSnapshot Of(NamedGrids grids)
    {
        var leaves = grids.Polygons.Select((shape, i) => new GridVersion(
            Grid(1_000_000 + i, LeafCode(i), 1000 + (i / 100), "grid"), shape));
        var above = Enumerable.Range(0, (grids.Polygons.Length + 99) / 100)
            .Select(static i => new GridVersion(Grid(1000 + i, $"c{i:D4}", null, "community"), null));
        return Empty with { Partitions = [Only], Grids = [.. above, .. leaves], NextId = 10_000_000 };
    }

    /// <summary>A partition of leaves alone.</summary>
    public static MapSnapshot Of(GridVersion[] leaves) =>
        Empty with { Partitions = [Only], Grids = leaves, NextId = long.MaxValue };

    /// <summary>That partition alone, with its indexes.</summary>
    public static PartitionMap ToMap(this NamedGrids grids) => PartitionMap.Build(Only, Of(grids).Grids);

    /// <summary>The code of a tessellation's leaf.</summary>
    public static string LeafCode(int number) => $"g{number:D6}";

    /// <summary>A grid of that partition.</summary>
    public static Grid Grid(long id, string code, long? parent, string level) =>
        new() { Id = id, Partition = Only.Code, Code = code, ParentId = parent, Level = level };
}
