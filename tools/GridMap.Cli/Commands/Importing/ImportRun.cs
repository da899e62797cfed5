using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Data.Importing;
using GridMap.Data.Stores;

namespace GridMap.Cli.Commands.Importing;

/// <summary>Runs imports one after the other and prints what became of each.</summary>
internal sealed class ImportRun(CliHost host, IMapStore store, string actor)
{
    /// <summary>Runs them; a refused one ends the run, and those before it stay.</summary>
    /// <param name="requests">What to import.</param>
    /// <param name="reportFile">Where the whole report goes as JSON, or null.</param>
    /// <param name="cancellation">Ends it between two writes.</param>
    public async Task<int> RunAsync(
        IReadOnlyList<ImportRequest> requests, string? reportFile, CancellationToken cancellation)
    {
        List<ImportReport> reports = [];
        foreach (var request in requests)
        {
            var report = await RunAsync(request, cancellation);
            ReportText.Print(host, report);
            reports.Add(report);
            if (report.Outcome == ImportOutcome.Refused)
            {
                break;
            }
        }

        if (reportFile is not null)
        {
            await ReportFile.WriteAsync(reportFile, reports, cancellation);
        }

        return reports.Any(static r => r.Outcome == ImportOutcome.Refused || (r.Rows > 0 && r.Taken == 0 && r.Refused.Count > 0))
            ? ExitCode.Findings
            : ExitCode.Done;
    }

    private Task<ImportReport> RunAsync(ImportRequest request, CancellationToken cancellation) => ProgressBar.ShowAsync(
        host,
        Path.GetFileName(request.File),
        progress => Importer.RunAsync(store, request, actor, Clock.Of(host), progress, cancellation));
}
