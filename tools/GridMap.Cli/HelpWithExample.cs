using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GridMap.Cli.Commands;

namespace GridMap.Cli;

/// <summary>The usual help, with the command's example at its end.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    private const string MainExample = """
        gridmap import grids grids.geojson --code code --name name --prefix 2,4,6,8 --level district,area,region,grid
        gridmap locate --lon 119.1 --lat 36.7
        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Example:");
        foreach (var line in Example(parseResult.CommandResult.Command).Split('\n'))
        {
            output.WriteLine($"  {line.TrimEnd()}");
        }

        return 0;
    }

    private static string Example(Command command) => command switch
    {
        GridMapCommand one => one.Example,
        { Subcommands: [GridMapCommand first, ..] } and not RootCommand => first.Example,
        _ => MainExample,
    };
}
