using GridMap.Core;
using GridMap.Core.Reference;

namespace GridMap.Data.Stores.Tables;

internal sealed class ReferenceTable() : ItemTable<ReferenceFeature>("reference", "reference features",
[
    Column.Text("layer"), Column.Text("source"), Column.Text("source_id"), Column.Text("code"), Column.Text("name"),
    Column.Json("attributes"), Column.Shape("shape"),
])
{
    public override object?[] ToRow(ReferenceFeature item) =>
    [
        item.Layer, item.SourceKey.Source, item.SourceKey.Id, item.Code, item.Name, Json.Of(item.Attributes), item.Shape,
    ];

    public override ReferenceFeature FromRow(Row row) => new()
    {
        Id = row.Integer(),
        Layer = row.Word(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        Code = row.TextOrNull(),
        Name = row.TextOrNull(),
        Attributes = row.Attributes(),
        Shape = row.Shape(),
    };
}
