namespace GridMap.Core;

/// <summary>
/// Something that the map holds and that has versions: a partition, a grid, a resource, a duty …
/// </summary>
public interface IMapItem
{
    /// <summary>
    /// Internal identity: positive, unique over all types, given once from <see cref="MapSnapshot.NextId"/> and never
    /// changed or used again.
    /// </summary>
    long Id { get; }

    /// <summary>
    /// What identifies the item for people and files among those of its type in one state, for example
    /// <c>governance/370705001001001</c> or <c>osm/way/42</c>. It may change (a grid is recoded); <see cref="Id"/> not.
    /// </summary>
    string Key { get; }
}

/// <summary>A map item that can be compared with another version of itself.</summary>
public interface IMapItem<TSelf> : IMapItem
    where TSelf : IMapItem<TSelf>
{
    /// <summary>
    /// Whether both say the same, identity apart: what an import of the same file twice compares. Geometries are equal
    /// when all their vertices are, in the same order.
    /// </summary>
    bool SameContent(TSelf other);

    /// <summary>The same content under another internal identity.</summary>
    TSelf WithId(long id);
}
