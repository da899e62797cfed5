using GridMap.Core.Duties;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing.Items;

/// <summary>Reads what a duty is for: <c>grid:CODE;compound:ID;dwelling:ID</c>.</summary>
internal sealed class DutyScopes(ImportRun run, Links links)
{
    /// <summary>The scope in its order; false where the row was refused.</summary>
    public bool TryRead(SourceRow row, string? text, out List<DutyScope> scope)
    {
        scope = [];
        foreach (var item in text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            if (Find(row, item) is not { } found)
            {
                return false;
            }

            scope.Add(found);
        }

        if (scope.Count == 0)
        {
            run.Refuse(row, "scope", text, "A duty needs a scope: grid:CODE, compound:ID or dwelling:ID, separated by ';'.");
        }

        return scope.Count > 0;
    }

    private DutyScope? Find(SourceRow row, string item)
    {
        var colon = item.IndexOf(':');
        var id = item[(colon + 1)..];
        var (kind, target) = (colon < 0 ? "" : item[..colon]) switch
        {
            "grid" => (DutyScopeKind.Grid, links.FindGrid(id)),
            "compound" => (DutyScopeKind.Compound, links.FindCompound(id)),
            "dwelling" => (DutyScopeKind.Dwelling, links.FindDwelling(id)),
            _ => ((DutyScopeKind?)null, (long?)null),
        };
        if (kind is null)
        {
            run.Refuse(row, "scope", item, "A scope must begin with grid:, compound: or dwelling:.");
            return null;
        }

        if (target is null)
        {
            run.Refuse(row, $"unknown-{item[..colon]}", item, $"There is none on {run.Before.State.Date:yyyy-MM-dd}. Import "
                + "it first, and write one of another partition or source with its name before a slash.");
            return null;
        }

        return new DutyScope(kind.Value, target.Value);
    }
}
