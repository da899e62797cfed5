using System.Collections.Concurrent;

namespace GridMap.Core.Resources;

/// <summary>Columns of the attributes of some resources, each made when it is first asked for. Safe to share.</summary>
internal sealed class AttributeColumns(Resource[] resources)
{
    private readonly ConcurrentDictionary<string, Lazy<AttributeColumn?>> byAttribute = new(StringComparer.Ordinal);

    /// <summary>The resources, in the order of the columns.</summary>
    public Resource[] Resources => resources;

    /// <summary>The column of an attribute; null where it has too many different values.</summary>
    public AttributeColumn? Of(string attribute) => byAttribute.GetOrAdd(
        attribute, static (id, all) => new(() => AttributeColumn.Of(all, id)), resources).Value;
}
