using System.CommandLine;
using System.CommandLine.Parsing;
using GridMap.Cli.Commands;

namespace GridMap.Cli.Tests.Commands;

public class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Build(Cli.Host(TextWriter.Null, TextWriter.Null));

    public static TheoryData<string> AllCommands() => [.. Leaves(Root, "").Select(static c => c.Path)];

    [Fact]
    public void There_is_a_command_for_each_name_that_scripts_rely_on() => Assert.Equal(
        """
        import grids, import reference, import dwellings, import duties, import resources, import addresses,
        import emergencies, import kinds, import vocabulary, import calendar,
        import folder, export, check, compare, locate, nearest,
        shortfall, generate, revisions, backup, restore
        """.ReplaceLineEndings(" "),
        string.Join(", ", Leaves(Root, "").Select(static c => c.Path)));

    [Theory]
    [MemberData(nameof(AllCommands))]
    public async Task Help_ends_with_an_example(string path)
    {
        var help = await Cli.DoAsync([.. path.Split(' '), "--help"]);

        var example = Leaves(Root, "").Single(c => c.Path == path).Command.Example;
        Assert.EndsWith($"Example:\n  {example.ReplaceLineEndings("\n  ")}\n", help);
        Assert.StartsWith($"gridmap {path} ", example);
    }

    [Theory]
    [MemberData(nameof(AllCommands))]
    public void The_example_is_a_line_that_the_parser_takes(string path)
    {
        var example = Leaves(Root, "").Single(c => c.Path == path).Command.Example;
        var line = example.Replace("\\\n", " ").Replace('\'', '"')["gridmap ".Length..];

        Assert.Empty(Root.Parse([.. CommandLineParser.SplitCommandLine(line)]).Errors);
    }

    [Theory]
    [MemberData(nameof(AllCommands))]
    public async Task Every_command_takes_a_store_and_an_actor_and_help_shows_no_password(string path)
    {
        var output = new StringWriter();
        var host = Cli.Host(output, TextWriter.Null, static name => name == "GRIDMAP_STORE" ? "Password=secret" : null);

        await CommandLine.RunAsync([.. path.Split(' '), "--help"], host, TestContext.Current.CancellationToken);

        Assert.Contains("--store <STORE>", output.ToString());
        Assert.Contains("--actor <NAME>", output.ToString());
        Assert.DoesNotContain("secret", output.ToString());
    }

    private static IEnumerable<(string Path, GridMapCommand Command)> Leaves(Command command, string path) =>
        command.Subcommands.SelectMany(sub => sub is GridMapCommand leaf
            ? [($"{path} {sub.Name}".Trim(), leaf)]
            : Leaves(sub, $"{path} {sub.Name}".Trim()));
}
