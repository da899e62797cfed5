using GridMap.Cli.Running;
using Spectre.Console;

namespace GridMap.Cli.Printing;

/// <summary>A table on a terminal, wrapped to its width; in a pipe one line for each row, with tabs.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row: as many cells as there are headings; a null cell is empty.</summary>
    public void Add(params string?[] cells) => rows.Add([.. cells.Select(static c => c ?? "")]);

    /// <summary>Prints it.</summary>
    public void Print(CliHost host)
    {
        if (host.OutIsTerminal)
        {
            PrintForPeople(host);
            return;
        }

        foreach (var row in rows.Prepend(headings))
        {
            host.Out.WriteLine(string.Join('\t', row.Select(static c => c.ReplaceLineEndings(" ").Replace('\t', ' '))));
        }
    }

    private void PrintForPeople(CliHost host)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns([.. headings.Select(static h => new TableColumn(new Text(h)))]);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(static c => new Text(c)));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Out) }).Write(table);
    }
}
