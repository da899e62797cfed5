using GridMap.Core;
using GridMap.Core.Reference;

namespace GridMap.Data.Importing.Items;

/// <summary>Finds the items that a row refers to by what files call them.</summary>
internal sealed class Links
{
    private readonly string source;
    private readonly string defaultPartition;
    private readonly Dictionary<string, long> grids;
    private readonly Dictionary<string, long> compounds;
    private readonly Dictionary<string, long> dwellings;

    public Links(ImportRun run)
    {
        var map = run.Before;
        source = run.Source;
        defaultPartition = map.Partitions.OrderByDescending(p => p.IsDefault).Select(p => p.Code).FirstOrDefault("");
        grids = map.Grids.ToDictionary(g => g.Key, g => g.Id);
        compounds = ById(map.Reference.Where(r => r.Layer == ReferenceLayers.Compound).Select(r => (r.SourceKey, r.Id)));
        dwellings = ById(map.Dwellings.Select(d => (d.SourceKey, d.Id)));
    }

    /// <summary>The grid of <c>CODE</c> in the default partition, or of <c>partition/CODE</c>; null: there is none.</summary>
    public long? FindGrid(string text) =>
        Find(grids, text.Contains('/') ? text : $"{defaultPartition}/{text}");

    /// <summary>The compound of an id in the import's own source, or of <c>source/id</c>; null: there is none.</summary>
    public long? FindCompound(string text) => Find(compounds, $"{source}/{text}") ?? Find(compounds, text);

    /// <summary>The dwelling of an id in the import's own source, or of <c>source/id</c>; null: there is none.</summary>
    public long? FindDwelling(string text) => Find(dwellings, $"{source}/{text}") ?? Find(dwellings, text);

    private static long? Find(Dictionary<string, long> ids, string key) =>
        ids.TryGetValue(key, out var id) ? id : null;

    private static Dictionary<string, long> ById(IEnumerable<(SourceKey Key, long Id)> items)
    {
        var ids = new Dictionary<string, long>();
        foreach (var (key, id) in items)
        {
            ids[key.ToString()] = id;
        }

        return ids;
    }
}
