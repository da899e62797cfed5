using GridMap.Core.Duties;
using GridMap.Core.Grids;

namespace GridMap.Data.Importing.Grids;

/// <summary>What still refers to grids that an import retires. It is kept as it is; the report says what to look at.</summary>
internal static class LeftBehind
{
    private const int Shown = 5;

    /// <summary>Notes the duties, resources and addresses that refer to retired grids.</summary>
    public static void Note(ImportRun run, IReadOnlyCollection<long> retired, IReadOnlyDictionary<long, Grid> grids)
    {
        var gone = retired.ToHashSet();
        Note("duties", "cover", run.Before.Duties.Select(
            static d => d.Scope.Where(static s => s.Kind == DutyScopeKind.Grid).Select(static s => s.TargetId)));
        Note("resources", "serve", run.Before.Resources.Select(static r => r.Serves));
        Note("addresses", "are assigned to", run.Before.Addresses.Select(
            static a => a.AssignedGridId is { } id ? (IEnumerable<long>)[id] : []));

        void Note(string what, string verb, IEnumerable<IEnumerable<long>> links)
        {
            var hits = links.Select(ids => ids.Where(gone.Contains).ToList()).Where(static ids => ids.Count > 0).ToList();
            if (hits.Count == 0)
            {
                return;
            }

            var codes = hits.SelectMany(static ids => ids).Distinct().Select(id => grids[id].Code)
                .Order(StringComparer.Ordinal).ToList();
            run.Report.Note($"retired-grid-{what}", $"Some {what} {verb} grids that are retired: "
                + $"{string.Join(' ', codes.Take(Shown))}{(codes.Count > Shown ? " …" : "")}. Give them others.", hits.Count);
        }
    }
}
