using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Stores.Tables;

internal sealed class AddressTable() : ItemTable<Address>("address", "addresses",
[
    Column.Text("source"), Column.Text("source_id"), Column.Text("text"), Column.Json("parts"),
    Column.Text("standing"), Column.Integer("dwelling_id"), Column.Integer("assigned_grid_id"), Column.Shape("point"),
])
{
    public override object?[] ToRow(Address item) =>
    [
        item.SourceKey.Source, item.SourceKey.Id, item.Text, Json.Of(item.Parts), Words.Of(item.Standing),
        item.DwellingId, item.AssignedGridId,
        StoredShape.Factory.CreatePoint(new Coordinate(item.Point.Lon, item.Point.Lat)),
    ];

    public override Address FromRow(Row row) => new()
    {
        Id = row.Integer(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        Text = row.Text(),
        Parts = row.Attributes(),
        Standing = row.Choice<AddressStanding>(),
        DwellingId = row.IntegerOrNull(),
        AssignedGridId = row.IntegerOrNull(),
        Point = Position((Point)row.Shape()),
    };

    private static LonLat Position(Point point) => new(point.X, point.Y);
}
