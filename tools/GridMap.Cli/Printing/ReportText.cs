using GridMap.Cli.Running;
using GridMap.Data.Exchange;
using GridMap.Data.Importing;

namespace GridMap.Cli.Printing;

/// <summary>What became of a file, for people: the counts first, then each row that was not taken, and why.</summary>
internal static class ReportText
{
    /// <summary>How many of a long list are shown.</summary>
    public const int Shown = 20;

    /// <summary>Prints it.</summary>
    public static void Print(CliHost host, ImportReport report)
    {
        host.Out.WriteLine($"{report.File}: {report.Rows} rows read, {report.Taken} taken ({report.New} new, "
            + $"{report.Changed} changed, {report.Unchanged} unchanged), {report.Duplicates.Count} duplicates, "
            + $"{report.Refused.Count} refused, {report.Retired} retired");
        host.Out.WriteLine(Outcome(report));
        foreach (var note in report.Notes)
        {
            host.Out.WriteLine($"Note ({note.Rule}, {note.Count}): {note.Message}");
        }

        PrintRows(host, "Refused", report.Refused);
        PrintRows(host, "Duplicates", report.Duplicates);
        PrintFindings(host, report.Findings);
    }

    private static string Outcome(ImportReport report) => report.Outcome switch
    {
        ImportOutcome.Published => $"Published as revision {report.Revision}, effective {report.Effective:yyyy-MM-dd}.",
        ImportOutcome.Unchanged when report.Rows == 0 => "The file has no rows: nothing has changed.",
        ImportOutcome.Unchanged when report.Taken == 0 => "No row was taken: nothing has changed.",
        ImportOutcome.Unchanged => "Nothing has changed: the store says all of it already.",
        ImportOutcome.DryRun => "Dry run: nothing is written.",
        _ => $"Refused, nothing is written: {report.Reason}",
    };

    private static void PrintRows(CliHost host, string title, IReadOnlyList<RowProblem> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"{title} ({rows.Count}):");
        var table = new TextTable("row", "rule", "value", "what");
        foreach (var row in rows.Take(Shown))
        {
            table.Add($"{row.Row}", row.Rule, row.Value, row.Message);
        }

        table.Print(host);
        PrintCut(host, rows.Count);
    }

    private static void PrintFindings(CliHost host, IReadOnlyList<ImportFinding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"Findings ({findings.Count}):");
        var table = new TextTable("severity", "rule", "grids", "lon", "lat", "size", "what");
        foreach (var finding in findings.Take(Shown))
        {
            table.Add(
                finding.Severity, finding.Rule, string.Join(' ', finding.Grids), $"{finding.Lon:0.000000}",
                $"{finding.Lat:0.000000}", $"{finding.Measure:0.##}", finding.Message.En);
        }

        table.Print(host);
        PrintCut(host, findings.Count);
    }

    private static void PrintCut(CliHost host, int count)
    {
        if (count > Shown)
        {
            host.Out.WriteLine($"… and {count - Shown} more: use --report FILE for all.");
        }
    }
}
