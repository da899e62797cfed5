using GridMap.Core;
using GridMap.Core.Duties;

namespace GridMap.Data.Stores.Tables;

internal sealed class DutyTable() : ItemTable<Duty>("duty", "duties",
[
    Column.Text("source"), Column.Text("source_id"), Column.Text("role"), Column.Integer("person_id"),
    Column.Text("organisation"), Column.Text("organisation_phone"), Column.Json("scope"), Column.Integer("call_order"),
    Column.Flag("is_deputy"), Column.Text("on_call"), Column.Text("chain"), Column.Flag("holder_is_public"),
    Column.Flag("phone_is_public"),
])
{
    public override object?[] ToRow(Duty item)
    {
        var organisation = item.Holder as DutyHolder.OfOrganisation;
        return
        [
            item.SourceKey.Source, item.SourceKey.Id, item.Role, (item.Holder as DutyHolder.OfPerson)?.PersonId,
            organisation?.Name, organisation?.Phone, Json.Of(item.Scope), (long)item.Order, item.IsDeputy, item.OnCall,
            Words.Of(item.Chain), item.HolderIsPublic, item.PhoneIsPublic,
        ];
    }

    public override Duty FromRow(Row row) => new()
    {
        Id = row.Integer(),
        SourceKey = new SourceKey(row.Word(), row.Text()),
        Role = row.Word(),
        Holder = ReadHolder(row.IntegerOrNull(), row.TextOrNull(), row.TextOrNull()),
        Scope = Json.ReadScope(row.Text()),
        Order = (int)row.Integer(),
        IsDeputy = row.Flag(),
        OnCall = row.TextOrNull(),
        Chain = row.Choice<DutyChain>(),
        HolderIsPublic = row.Flag(),
        PhoneIsPublic = row.Flag(),
    };

    private static DutyHolder ReadHolder(long? personId, string? organisation, string? phone) => personId is { } id
        ? new DutyHolder.OfPerson(id)
        : organisation is null ? new DutyHolder.Vacant() : new DutyHolder.OfOrganisation(organisation, phone);
}
