using GridMap.Core;
using GridMap.Core.Duties;

namespace GridMap.Data.Stores.Tables;

/// <summary>
/// Persons: when somebody is known has versions, the name and the phones have none. They are one row, so that erasing
/// a person blanks that row; an older state shows today's name.
/// </summary>
internal sealed class PersonTable() : ItemTable<Person>("person", "persons",
[
    Column.Text("source"), Column.Text("source_id"), Column.Text("name"), Column.Text("phones"),
], keptApart: true)
{
    public override object?[] ToRow(Person item) =>
        [item.SourceKey.Source, item.SourceKey.Id, item.Name, item.Phones];

    public override Person FromRow(Row row) => new()
    {
        Id = row.Integer(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        Name = row.Text(),
        Phones = row.TextOrNull(),
    };
}
