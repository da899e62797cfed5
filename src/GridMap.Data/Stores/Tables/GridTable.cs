using GridMap.Core.Grids;

namespace GridMap.Data.Stores.Tables;

internal sealed class GridTable() : ItemTable<GridVersion>("grid", "grids",
[
    Column.Text("partition"), Column.Integer("parent_id"), Column.Text("level"), Column.Text("code"),
    Column.Text("name"), Column.Text("category"), Column.Text("subtype"), Column.Integer("households"),
    Column.Integer("population"), Column.Json("attributes"), Column.Shape("shape"),
])
{
    public override object?[] ToRow(GridVersion item)
    {
        var grid = item.Grid;
        return
        [
            grid.Partition, grid.ParentId, grid.Level, grid.Code, grid.Name, Words.Of(grid.Category), grid.Subtype,
            grid.Stated.Households, grid.Stated.Population, Json.Of(grid.Attributes), item.Shape,
        ];
    }

    public override GridVersion FromRow(Row row)
    {
        var grid = new Grid
        {
            Id = row.Integer(),
            Partition = row.Word(),
            ParentId = row.IntegerOrNull(),
            Level = row.Word(),
            Code = row.Text(),
            Name = row.TextOrNull(),
            Category = row.Choice<GridCategory>(),
            Subtype = row.TextOrNull(),
            Stated = new StatedFigures(row.IntegerOrNull(), row.IntegerOrNull()),
            Attributes = row.Attributes(),
        };
        return new GridVersion(grid, row.ShapeOrNull());
    }
}
