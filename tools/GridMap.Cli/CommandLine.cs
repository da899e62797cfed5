using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using GridMap.Cli.Commands;
using GridMap.Cli.Commands.Importing;
using GridMap.Cli.Running;

namespace GridMap.Cli;

/// <summary>The commands of <c>gridmap</c>, and how a line of arguments becomes an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, CliHost host, CancellationToken cancellation = default)
    {
        var parsed = Build(host).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction or null)
        {
            return Refuse(parsed, host);
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            },
            cancellation);
    }

    /// <summary>The tree of commands.</summary>
    public static RootCommand Build(CliHost host)
    {
        var common = new CommonOptions(host);
        var root = new RootCommand("The map of a city's grids: import, export, check, compare, locate.")
        {
            common.Store,
            common.Actor,
            ImportCommands(common),
            new ExportCommand(common),
            new CheckCommand(common),
            new CompareCommand(common),
            new LocateCommand(common),
            new NearestCommand(common),
            new ShortfallCommand(common),
            new GenerateCommand(common),
            new RevisionsCommand(common),
            new BackupCommand(common),
            new RestoreCommand(common),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    private static Command ImportCommands(CommonOptions common) => new("import", "Take a file into the store.")
    {
        new ImportGridsCommand(common),
        new ImportReferenceCommand(common),
        new ImportDwellingsCommand(common),
        new ImportDutiesCommand(common),
        new ImportResourcesCommand(common),
        new ImportAddressesCommand(common),
        new ImportEmergenciesCommand(common),
        new ImportKindsCommand(common),
        new ImportVocabularyCommand(common),
        new ImportCalendarCommand(common),
        new ImportFolderCommand(common),
    };

    private static int Refuse(ParseResult parsed, CliHost host)
    {
        foreach (var error in parsed.Errors)
        {
            host.Error.WriteLine($"gridmap: {error.Message}");
        }

        var path = string.Join(' ', Path(parsed.CommandResult));
        host.Error.WriteLine($"Try: {path} --help");
        return ExitCode.Failed;
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. Path(parent), result.Command.Name] : ["gridmap"];
}
