using GridMap.Core;
using GridMap.Core.Grids;

namespace GridMap.Data.Importing.Grids;

/// <summary>The levels and partitions that have names before anybody gives them some.</summary>
internal static class LevelNames
{
    private static readonly string[] ByDepth = ["district", "street", "community", "grid"];

    private static readonly Dictionary<string, LocalText> Known = new()
    {
        ["city"] = new("市", "City"),
        ["district"] = new("区", "District"),
        ["street"] = new("街道", "Street"),
        ["community"] = new("社区", "Community"),
        ["grid"] = new("网格", "Grid"),
        ["microgrid"] = new("微网格", "Microgrid"),
        ["station"] = new("派出所", "Police station"),
        ["beat"] = new("警区", "Beat"),
        ["governance"] = new("治理网格", "Governance grids"),
        ["police"] = new("警务区", "Police beats"),
        ["property"] = new("物业管理区", "Property management"),
    };

    /// <summary>The name of an id; the id itself where it has none.</summary>
    public static LocalText Of(string id) => Known.TryGetValue(id, out var name) ? name : LocalText.Same(id);

    /// <summary>The levels of a tree of that depth, root first, the leaves' last.</summary>
    public static IReadOnlyList<string> Default(int depth) => depth <= ByDepth.Length
        ? [.. ByDepth.TakeLast(depth)]
        : [.. Enumerable.Range(1, depth - ByDepth.Length).Select(i => $"level{i}"), .. ByDepth];

    /// <summary>Levels with their names.</summary>
    public static IReadOnlyList<Level> Named(IEnumerable<string> ids) => [.. ids.Select(id => new Level(id, Of(id)))];
}
