using System.CommandLine;
using GridMap.Cli.Running;
using GridMap.Data.Stores;

namespace GridMap.Cli.Commands;

/// <summary>The options that every command takes.</summary>
internal sealed class CommonOptions
{
    /// <summary>The options for a host.</summary>
    public CommonOptions(CliHost host)
    {
        Host = host;
        Store = new Option<string>("--store")
        {
            Description = $"A GeoPackage's path or a PostgreSQL connection string; without it what {MapStores.Variable} "
                + $"says, else {MapStores.DefaultSetting}",
            HelpName = "STORE",
            Recursive = true,
        };
        Actor = new Option<string>("--actor")
        {
            Description = "Who acts, for the record; without it the user of the operating system",
            HelpName = "NAME",
            Recursive = true,
            DefaultValueFactory = _ => host.User,
        };
    }

    /// <summary>The process.</summary>
    public CliHost Host { get; }

    /// <summary>Which store; no default value, because help would show it with its password.</summary>
    public Option<string> Store { get; }

    /// <summary>Who acts.</summary>
    public Option<string> Actor { get; }

    /// <summary>The setting of the store that the arguments or the environment name.</summary>
    public string StoreSetting(ParseResult args) =>
        args.GetValue(Store) ?? (Host.Variable(MapStores.Variable) is { Length: > 0 } set ? set : MapStores.DefaultSetting);
}
