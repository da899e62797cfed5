using System.CommandLine;
using GridMap.Cli.Running;
using GridMap.Data.Stores;

namespace GridMap.Cli.Commands;

/// <summary>A command: it parses, asks and prints, in this order, in <see cref="RunAsync"/>.</summary>
internal abstract class GridMapCommand : Command
{
    private readonly CommonOptions common;

    /// <summary>A command with a name, what it does, and an example for its help.</summary>
    protected GridMapCommand(string name, string description, string example, CommonOptions common)
        : base(name, description)
    {
        this.common = common;
        Example = example;
        SetAction((args, cancellation) => Guard.RunAsync(Host, token => RunAsync(args, token), cancellation));
    }

    /// <summary>A line that a user could type, or several.</summary>
    public string Example { get; }

    /// <summary>The process.</summary>
    protected CliHost Host => common.Host;

    /// <summary>Does it.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(ParseResult args, CancellationToken cancellation);

    /// <summary>Opens the store that the arguments name, to read: an absent one is refused, not made.</summary>
    protected Task<IMapStore> OpenToReadAsync(ParseResult args, CancellationToken cancellation) =>
        MapStores.OpenAsync(common.StoreSetting(args), StoreAccess.Reader, Host.Time, cancellation);

    /// <summary>Opens the store that the arguments name, to write; an absent one is made.</summary>
    protected Task<IMapStore> OpenToWriteAsync(ParseResult args, CancellationToken cancellation) =>
        MapStores.OpenAsync(common.StoreSetting(args), StoreAccess.Client, Host.Time, cancellation);

    /// <summary>Who acts.</summary>
    protected string Actor(ParseResult args) => args.GetRequiredValue(common.Actor) is { Length: > 0 } name
        ? name
        : throw new UsageException("--actor must name somebody: every write has an actor.");
}
