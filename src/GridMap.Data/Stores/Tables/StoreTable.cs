namespace GridMap.Data.Stores.Tables;

/// <summary>A table that both stores have, with its columns in the order in which rows are written and read.</summary>
internal sealed class StoreTable(string name, params Column[] columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>The columns' names as SQL lists them.</summary>
    public string ColumnList { get; } = string.Join(", ", columns.Select(static c => c.Name));
}
