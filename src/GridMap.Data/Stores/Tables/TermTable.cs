using GridMap.Core;

namespace GridMap.Data.Stores.Tables;

internal sealed class TermTable() : ItemTable<Term>("term", "terms",
[
    Column.Text("vocabulary"), Column.Text("code"), Column.Text("name_zh"), Column.Text("name_en"),
    Column.Text("icon"), Column.Json("attributes"),
])
{
    public override object?[] ToRow(Term item) =>
    [
        Words.Of(item.Vocabulary), item.Code, item.Name.Zh, item.Name.En, item.Icon, Json.Of(item.Attributes),
    ];

    public override Term FromRow(Row row) => new()
    {
        Id = row.Integer(),
        Vocabulary = row.Choice<Vocabulary>(),
        Code = row.Text(),
        Name = new LocalText(row.Text(), row.Text()),
        Icon = row.TextOrNull(),
        Attributes = Json.ReadDefinitions(row.Text()),
    };
}
