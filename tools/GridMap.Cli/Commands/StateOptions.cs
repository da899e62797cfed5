using System.CommandLine;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Data.Stores;

namespace GridMap.Cli.Commands;

/// <summary>Which state a question is about: <c>--at</c> and <c>--as-of</c>.</summary>
internal sealed class StateOptions
{
    private readonly Option<string> at = new("--at")
    {
        HelpName = "DATE",
        Description = "What is valid at that date or instant; without it now",
    };

    private readonly Option<long?> asOf = new("--as-of")
    {
        HelpName = "REVISION",
        Description = "As recorded by that revision; without it the last",
    };

    /// <summary>Gives the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(at);
        command.Add(asOf);
    }

    /// <summary>The instant asked about.</summary>
    public DateTimeOffset Instant(ParseResult args, CliHost host) => Clock.Instant(host, at.Name, args.GetValue(at));

    /// <summary>The items in force.</summary>
    public Task<MapSnapshot> LoadAsync(
        ParseResult args, CliHost host, IMapStore store, CancellationToken cancellation) =>
        store.LoadAsync(DateOnly.FromDateTime(Instant(args, host).DateTime), args.GetValue(asOf), cancellation);
}
