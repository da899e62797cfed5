using GridMap.Core;

namespace GridMap.Data.Stores.Tables;

/// <summary>
/// How the versions of one type of item are kept: the columns of its content, written and read in one order.
/// </summary>
internal abstract class ItemTable
{
    private static readonly Column[] Validity =
    [
        Column.Integer("id"), Column.Date("valid_from"), Column.Date("valid_to"),
        Column.Integer("revision_from"), Column.Integer("revision_to"),
    ];

    /// <param name="noun">The item's name in the singular: <c>grid</c> has the table <c>grid_version</c>.</param>
    /// <param name="plural">Its name in summaries.</param>
    /// <param name="content">The columns after the validity.</param>
    /// <param name="keptApart">Whether the content is in a table of its own, one row for an item, unversioned.</param>
    protected ItemTable(string noun, string plural, Column[] content, bool keptApart = false)
    {
        Noun = noun;
        Plural = plural;
        Versions = new StoreTable($"{noun}_version", keptApart ? Validity : [.. Validity, .. content]);
        Apart = keptApart ? new StoreTable(noun, [Column.Integer("id"), .. content]) : null;
        Content = [Column.Integer("id"), .. content];
    }

    public string Noun { get; }

    public string Plural { get; }

    /// <summary>The table of versions.</summary>
    public StoreTable Versions { get; }

    /// <summary>The table of the content where it is kept apart.</summary>
    public StoreTable? Apart { get; }

    /// <summary>The columns of a loaded row: the id, then the content.</summary>
    public IReadOnlyList<Column> Content { get; }
}

/// <summary>An <see cref="ItemTable"/> that knows its items.</summary>
internal abstract class ItemTable<T>(string noun, string plural, Column[] content, bool keptApart = false)
    : ItemTable(noun, plural, content, keptApart)
    where T : class, IMapItem<T>
{
    /// <summary>The values of the content's columns.</summary>
    public abstract object?[] ToRow(T item);

    /// <summary>The item of a row of <see cref="ItemTable.Content"/>, the id first.</summary>
    public abstract T FromRow(Row row);
}
