using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Data.Exchange.Exporting;

namespace GridMap.Data.Importing.Exports;

/// <summary>Duties with their holders, in the columns that the import of duties reads.</summary>
internal static class DutyTable
{
    /// <summary>The table and the import that reads it back.</summary>
    public static (ExportTable Table, ImportRequest ReadBack) Of(MapSnapshot map, ExportRequest request)
    {
        var keys = new ItemKeys(map);
        var persons = map.Persons.ToDictionary(p => p.Id);
        Person? PersonOf(Duty d) => d.Holder is DutyHolder.OfPerson p ? persons.GetValueOrDefault(p.PersonId) : null;
        var table = new TableBuilder<Duty>()
            .Plain("id", d => d.SourceKey.Id)
            .Target("source", d => d.SourceKey.Source)
            .Target("role", d => d.Role)
            .Target("person_id", d => PersonOf(d)?.SourceKey.Id)
            .Target("person_source", d => PersonOf(d)?.SourceKey.Source)
            .Target("person", d => PersonOf(d)?.Name)
            .Target("phones", d => PersonOf(d)?.Phones)
            .Target("organisation", d => (d.Holder as DutyHolder.OfOrganisation)?.Name)
            .Target("organisation_phone", d => (d.Holder as DutyHolder.OfOrganisation)?.Phone)
            .Target("scope", d => ItemKeys.Joined(d.Scope.Select(s => Scope(keys, s))))
            .Target("order", d => d.Order.ToString(), isNumber: true)
            .Target("deputy", d => d.IsDeputy ? "true" : "false")
            .Target("on_call", d => d.OnCall)
            .Target("chain", d => d.Chain == DutyChain.Emergency ? "emergency" : "everyday")
            .Target("public", d => Public(d));
        return (table.Build("duties", map.Duties, null), new DutyImport
        {
            File = request.File,
            Id = "id",
            Set = table.Set,
        });
    }

    private static string? Scope(ItemKeys keys, DutyScope scope) => scope.Kind switch
    {
        DutyScopeKind.Grid => keys.Grid(scope.TargetId) is { } grid ? $"grid:{grid}" : null,
        DutyScopeKind.Compound => keys.Compound(scope.TargetId) is { } compound ? $"compound:{compound}" : null,
        _ => keys.Dwelling(scope.TargetId) is { } dwelling ? $"dwelling:{dwelling}" : null,
    };

    private static string? Public(Duty duty) => (duty.HolderIsPublic, duty.PhoneIsPublic) switch
    {
        (true, true) => "holder+phone",
        (true, false) => "holder",
        (false, true) => "phone",
        _ => null,
    };
}
