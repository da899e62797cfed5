using GridMap.Cli.Running;
using GridMap.Data.Importing;
using GridMap.Data.Stores;

namespace GridMap.Cli.Commands.Importing;

/// <summary>Runs imports one after the other and prints what became of each.</summary>
internal sealed class ImportRun(CliHost host, IMapStore store, string actor)
{
    /// <summary>Runs them; a refused one ends the run, those before it stay.</summary>
    public Task<int> RunAsync(IReadOnlyList<ImportRequest> requests, string? report, CancellationToken cancellation) =>
        throw new NotImplementedException($"{host}{store}{actor}{requests}{report}{cancellation}");
}
