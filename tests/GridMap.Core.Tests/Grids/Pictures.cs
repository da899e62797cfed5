using GridMap.Core.Grids;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Grids;

/// <summary>Partitions and grids from small drawings.</summary>
internal static class Pictures
{
    /// <summary>
    /// A partition's grids: a line for each, <c>code [&lt; code of the parent] [wkt]</c>; ids count from 1.
    /// </summary>
    public static IReadOnlyList<GridVersion> Grids(string picture, string partition = "governance")
    {
        var lines = picture.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ids = lines.Select(static (line, i) => (Code: line.Split(' ')[0], Id: i + 1L))
            .DistinctBy(static l => l.Code).ToDictionary(static l => l.Code, static l => l.Id);
        return [.. lines.Select((line, i) => Read(line, i + 1, partition, ids))];
    }

    public static Partition Partition(string code = "governance", Tiling tiling = Tiling.Complete) => new()
    {
        Id = 1000,
        Code = code,
        Name = LocalText.Same(code),
        Tiling = tiling,
        Levels = [new Level("community", LocalText.Same("community")), new Level("grid", LocalText.Same("grid"))],
        IsDefault = code == "governance",
    };

    public static PartitionMap Map(string picture, Tiling tiling = Tiling.Complete) =>
        PartitionMap.Build(Partition(tiling: tiling), Grids(picture));

    public static CityMap City(string picture, Tiling tiling = Tiling.Complete) => CityMap.Build(
        MapSnapshot.Empty(new DateOnly(2026, 11, 22)) with
        {
            Partitions = [Partition(tiling: tiling)],
            Grids = Grids(picture),
        });

    private static GridVersion Read(string line, long id, string partition, Dictionary<string, long> ids)
    {
        var wkt = line.IndexOfAny(['P', 'M']) is >= 0 and var at ? line[at..] : null;
        var words = (wkt is null ? line : line[..^wkt.Length]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var grid = new Grid
        {
            Id = id,
            Partition = partition,
            Code = words[0],
            ParentId = words.Length > 2 ? ids.GetValueOrDefault(words[2], 999) : null,
            Level = wkt is null ? "community" : "grid",
        };
        return new GridVersion(grid, wkt is null ? null : new WKTReader().Read(wkt));
    }
}
