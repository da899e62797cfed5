using System.Globalization;
using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;
using GridMap.Data.Zones;

namespace GridMap.Data.Importing.Items;

/// <summary>Makes the changes of an import of declared emergencies.</summary>
internal sealed class EmergencyImporter
{
    /// <summary>What a file writes for "all grids"; an empty cell could be a slip.</summary>
    public const string AllGrids = "*";

    private static readonly string[] Targets = ["prefixes", "from", "to", "document", "declared_by"];
    private readonly ImportRun run;
    private readonly FieldMap map;

    private EmergencyImporter(ImportRun run)
    {
        this.run = run;
        map = run.NewMap(Targets);
    }

    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, ChangeSet changes)
    {
        var importer = new EmergencyImporter(run);
        var items = new ItemCollector<Emergency>(run, StoreTables.Emergencies, run.Before.Emergencies);
        foreach (var row in run.ReadRows(importer.map, tableOnly: true))
        {
            if (importer.Read(row) is { } emergency)
            {
                items.Take(row, emergency);
            }
        }

        return changes with
        {
            Emergencies = items.ToChanges(
                run.Request.RetireMissing ? e => run.Sources.Contains(e.SourceKey.Source) : null),
        };
    }

    private Emergency? Read(SourceRow row)
    {
        var prefixes = map.Find(row, "prefixes")?
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (prefixes.Length == 0)
        {
            run.Refuse(row, "prefixes", null, "An emergency needs code prefixes, separated by ';'; '*' means all grids.");
            return null;
        }

        if (!TryTime(row, "from", out var from) || !TryTime(row, "to", out var to))
        {
            return null;
        }

        if (from is null || to <= from)
        {
            run.Refuse(row, "from", map.Find(row, "from"), "An emergency needs a time from which it holds, before its end.");
            return null;
        }

        return new Emergency
        {
            Id = 0,
            SourceKey = run.KeyOf(row, null),
            CodePrefixes = [.. prefixes.Select(p => p == AllGrids ? "" : p)],
            From = from.Value,
            To = to,
            Document = map.Find(row, "document"),
            DeclaredBy = map.Find(row, "declared_by"),
        };
    }

    private bool TryTime(SourceRow row, string target, out DateTimeOffset? time)
    {
        var text = map.Find(row, target)?.Trim();
        time = null;
        if (text is null)
        {
            return true;
        }

        var hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T');
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stated)
            && text.Contains('T') && StatedYears.Has(stated.Year))
        {
            time = hasOffset ? stated : DeploymentZone.At(stated.DateTime, run.Zone);
            return true;
        }

        run.Refuse(row, target, text, $"{target} must be a time of {StatedYears.Range.En}, like 2026-07-18T06:00:00+08:00.");
        return false;
    }
}
