using GridMap.Core;
using GridMap.Core.Resources;

namespace GridMap.Data.Stores.Tables;

internal sealed class ResourceTable() : ItemTable<Resource>("resource", "resources",
[
    Column.Text("source"), Column.Text("source_id"), Column.Text("kind"), Column.Text("name"),
    Column.Integer("capacity"), Column.Json("gates"), Column.Ids("serves"), Column.Json("attributes"),
    Column.Shape("shape"), Column.Json("exit_gates"),
])
{
    public override object?[] ToRow(Resource item) =>
    [
        item.SourceKey.Source, item.SourceKey.Id, item.Kind, item.Name, (long?)item.Capacity, Json.Of(item.Gates),
        item.Serves.ToArray(), Json.Of(item.Attributes), item.Shape, Json.Of(item.ExitGates),
    ];

    public override Resource FromRow(Row row) => new()
    {
        Id = row.Integer(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        Kind = row.Word(),
        Name = row.TextOrNull(),
        Capacity = (int?)row.IntegerOrNull(),
        Gates = Json.ReadPoints(row.Text()),
        Serves = row.Ids(),
        Attributes = row.Attributes(),
        Shape = row.Shape(),
        ExitGates = Json.ReadPoints(row.Text()),
    };
}
