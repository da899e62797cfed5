using GridMap.Core;
using GridMap.Core.Duties;

namespace GridMap.Data.Stores.Tables;

internal sealed class EmergencyTable() : ItemTable<Emergency>("emergency", "emergencies",
[
    Column.Text("source"), Column.Text("source_id"), Column.Texts("code_prefixes"), Column.Time("begins"),
    Column.Time("ends"), Column.Text("document"), Column.Text("declared_by"),
])
{
    public override object?[] ToRow(Emergency item) =>
    [
        item.SourceKey.Source, item.SourceKey.Id, item.CodePrefixes.ToArray(), item.From, item.To, item.Document,
        item.DeclaredBy,
    ];

    public override Emergency FromRow(Row row) => new()
    {
        Id = row.Integer(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        CodePrefixes = row.Texts(),
        From = row.Time(),
        To = row.TimeOrNull(),
        Document = row.TextOrNull(),
        DeclaredBy = row.TextOrNull(),
    };
}
