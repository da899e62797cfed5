using GridMap.Core;
using GridMap.Core.Addresses;

namespace GridMap.Data.Stores.Tables;

internal sealed class DwellingTable() : ItemTable<Dwelling>("dwelling", "dwellings",
[
    Column.Text("source"), Column.Text("source_id"), Column.Text("name"), Column.Integer("households"),
    Column.Integer("population"), Column.Text("population_kind"), Column.Integer("compound_id"),
    Column.Json("attributes"), Column.Shape("shape"),
])
{
    public override object?[] ToRow(Dwelling item) =>
    [
        item.SourceKey.Source, item.SourceKey.Id, item.Name, item.Households, item.Population,
        Words.Of(item.PopulationKind), item.CompoundId, Json.Of(item.Attributes), item.Shape,
    ];

    public override Dwelling FromRow(Row row) => new()
    {
        Id = row.Integer(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        Name = row.TextOrNull(),
        Households = row.IntegerOrNull(),
        Population = row.IntegerOrNull(),
        PopulationKind = row.Choice<PopulationKind>(),
        CompoundId = row.IntegerOrNull(),
        Attributes = row.Attributes(),
        Shape = row.Shape(),
    };
}
