using GridMap.Cli.Running;
using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;

namespace GridMap.Cli.Printing;

/// <summary>Findings for people: the worst first, long lists cut, then how many broke each rule.</summary>
internal static class FindingTable
{
    /// <summary>How many of a long list are shown.</summary>
    public const int Shown = 20;

    /// <summary>Prints them.</summary>
    public static void Print(CliHost host, IReadOnlyList<Finding> findings, KnownFindings accepted)
    {
        if (findings.Count == 0)
        {
            host.Out.WriteLine("No findings.");
            return;
        }

        PrintRows(host, findings);
        host.Out.WriteLine();
        PrintCounts(host, findings);
        if (findings.Count(accepted.Contains) is > 0 and var known)
        {
            host.Out.WriteLine($"{known} of them were accepted when they were imported.");
        }
    }

    private static void PrintRows(CliHost host, IReadOnlyList<Finding> findings)
    {
        var table = new TextTable("severity", "rule", "partition", "grids", "lon", "lat", "size", "what");
        foreach (var finding in findings.OrderByDescending(static f => f.Severity).Take(Shown))
        {
            var place = finding.Place is { IsEmpty: false } shape ? shape.EnvelopeInternal.Centre : null;
            table.Add(
                Word(finding.Severity), finding.Rule, finding.Partition, string.Join(' ', finding.Grids),
                $"{place?.X:0.000000}", $"{place?.Y:0.000000}", $"{finding.Measure:0.##}", finding.Message.En);
        }

        table.Print(host);
        if (findings.Count > Shown)
        {
            host.Out.WriteLine($"… and {findings.Count - Shown} more: use --geojson FILE for all.");
        }
    }

    private static void PrintCounts(CliHost host, IReadOnlyList<Finding> findings)
    {
        var table = new TextTable("severity", "rule", "count", "total size");
        foreach (var rule in findings.GroupBy(static f => (f.Severity, f.Rule)).OrderByDescending(static g => g.Key.Severity)
            .ThenBy(static g => g.Key.Rule, StringComparer.Ordinal))
        {
            var size = rule.Any(static f => f.Measure is not null) ? $"{rule.Sum(static f => f.Measure):0.##}" : null;
            table.Add(Word(rule.Key.Severity), rule.Key.Rule, $"{rule.Count()}", size);
        }

        table.Print(host);
        var errors = findings.Count(static f => f.Severity == Severity.Error);
        host.Out.WriteLine($"{findings.Count} findings, {errors} of them errors.");
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
