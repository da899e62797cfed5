using System.Globalization;
using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Items;

/// <summary>Makes the changes of an import of duties with the persons who hold them.</summary>
internal sealed class DutyImporter
{
    private static readonly string[] Targets =
    [
        "role", "person_id", "person_source", "person", "phones", "organisation", "organisation_phone", "scope", "order",
        "deputy", "on_call", "chain", "public",
    ];

    private readonly ImportRun run;
    private readonly FieldMap map;
    private readonly DutyScopes scopes;
    private readonly DutyHolders holders;
    private readonly TermBook terms;

    private DutyImporter(ImportRun run)
    {
        this.run = run;
        map = run.NewMap(Targets);
        scopes = new DutyScopes(run, new Links(run));
        holders = new DutyHolders(run, map);
        terms = new TermBook(run);
    }

    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, DutyImport request, ChangeSet changes)
    {
        var importer = new DutyImporter(run);
        var items = new ItemCollector<Duty>(run, StoreTables.Duties, run.Before.Duties);
        foreach (var row in run.ReadRows(importer.map, tableOnly: true))
        {
            if (importer.Read(row) is { } duty)
            {
                items.Take(row, duty);
            }
        }

        return changes with
        {
            Terms = importer.terms.ToChanges(),
            Persons = importer.holders.ToChanges(),
            Duties = items.ToChanges(
                request.RetireMissing ? d => run.Sources.Contains(d.SourceKey.Source) : null),
        };
    }

    private Duty? Read(SourceRow row)
    {
        if (!TryRole(row, out var role) || !scopes.TryRead(row, map.Find(row, "scope"), out var scope)
            || !TryOrder(row, out var order) || !TryFlag(row, "deputy", out var isDeputy)
            || !TryChain(row, out var chain) || !TryPublic(row, out var holderIsPublic, out var phoneIsPublic)
            || !holders.TryRead(row, out var holder))
        {
            return null;
        }

        terms.Need(Vocabulary.Role, role);
        return new Duty
        {
            Id = 0,
            SourceKey = run.KeyOf(row, null),
            Role = role,
            Holder = holder,
            Scope = scope,
            Order = order,
            IsDeputy = isDeputy,
            OnCall = map.Find(row, "on_call"),
            Chain = chain,
            HolderIsPublic = holderIsPublic,
            PhoneIsPublic = phoneIsPublic,
        };
    }

    private bool TryRole(SourceRow row, out string role)
    {
        role = map.Find(row, "role") ?? "";
        return TermBook.IsId(role)
            || Refuse(row, "role", role, "A role must be an id of small letters, digits, '_' and '-', like grid_head.");
    }

    private bool TryOrder(SourceRow row, out int order)
    {
        var text = map.Find(row, "order");
        order = 1;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out order) && order >= 1)
            || Refuse(row, "order", text, "order must be a whole number from 1 up.");
    }

    private bool TryFlag(SourceRow row, string target, out bool flag)
    {
        var text = map.Find(row, target)?.ToLowerInvariant();
        flag = text is "true" or "1" or "yes";
        return flag || text is null or "false" or "0" or "no"
            || Refuse(row, target, text, $"{target} must be true or false.");
    }

    private bool TryChain(SourceRow row, out DutyChain chain)
    {
        var text = map.Find(row, "chain");
        chain = text == "emergency" ? DutyChain.Emergency : DutyChain.Everyday;
        return text is null or "everyday" or "emergency"
            || Refuse(row, "chain", text, "chain must be everyday or emergency.");
    }

    private bool TryPublic(SourceRow row, out bool holder, out bool phone)
    {
        var words = map.Find(row, "public")?.Split('+') ?? [];
        holder = words.Contains("holder");
        phone = words.Contains("phone");
        return words.All(w => w is "holder" or "phone")
            || Refuse(row, "public", map.Find(row, "public"), "public must be holder, phone, holder+phone or empty.");
    }

    private bool Refuse(SourceRow row, string rule, string? value, string message)
    {
        run.Refuse(row, rule, value, message);
        return false;
    }
}
