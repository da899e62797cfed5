using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores.Sql;

/// <summary>
/// The statements of the SQL files with the names of one table in their places. Only names that the program itself
/// declares get there: what users give always travels as a parameter.
/// </summary>
internal static class TableStatements
{
    /// <summary>A statement about the versions of a type of item.</summary>
    public static string For(ItemTable items, string name)
    {
        var versions = items.Versions;
        var past = versions.Columns.Select(static c => c.Name switch
        {
            "valid_to" => "@effective",
            "revision_from" => "@revision",
            "revision_to" => "null",
            _ => $"v.{c.Name}",
        });
        var source = items.Apart is { } apart ? $"{versions.Name} join {apart.Name} using (id)" : versions.Name;
        var columns = name.StartsWith("load", StringComparison.Ordinal) ? items.Content : versions.Columns;
        return SqlFile.Versions[name]
            .Replace("{changed_ids}", SqlFile.Versions["changed_ids"])
            .Replace("{table}", versions.Name)
            .Replace("{source}", source)
            .Replace("{apart}", items.Apart?.Name)
            .Replace("{columns}", string.Join(", ", columns.Select(static c => c.Name)))
            .Replace("{past}", string.Join(", ", past));
    }

    /// <summary>All rows of a table.</summary>
    public static string SelectAll(StoreTable table) =>
        SqlFile.History["whole_table"].Replace("{table}", table.Name).Replace("{columns}", table.ColumnList);

    /// <summary>How many rows a table has.</summary>
    public static string Count(StoreTable table) => SqlFile.History["count"].Replace("{table}", table.Name);

    /// <summary>The insert of one row, with parameters <c>@p0</c>, <c>@p1</c> …</summary>
    public static string Insert(StoreTable table) => SqlFile.History["insert"]
        .Replace("{table}", table.Name)
        .Replace("{columns}", table.ColumnList)
        .Replace("{values}", string.Join(", ", table.Columns.Select(static (_, i) => $"@p{i}")));
}
