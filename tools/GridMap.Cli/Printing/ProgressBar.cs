using GridMap.Cli.Running;
using GridMap.Data.Importing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GridMap.Cli.Printing;

/// <summary>How far an import is, for somebody who watches: rows, a rate, and when it may be ready.</summary>
internal static class ProgressBar
{
    private const string Rows = "rows";

    /// <summary>Runs the work with a bar on the terminal; in a pipe without one.</summary>
    public static async Task<T> ShowAsync<T>(CliHost host, string title, Func<IProgress<ImportProgress>?, Task<T>> work)
    {
        if (!host.ErrorIsTerminal)
        {
            return await work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RowRateColumn(),
                new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(title)), Markup.Escape(title))));
    }

    /// <summary>Reports at once, in the order in which things happen; <see cref="Progress{T}"/> would not.</summary>
    private sealed class Bar(ProgressTask task, string title) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(1, value.Length);
            task.State.Update<long>(Rows, _ => value.Rows);
            if (value.Position < value.Length)
            {
                task.Value = value.Position;
                return;
            }

            // All is read; how long checks and the store take is not known.
            task.Description = $"{title}: checking and writing";
            task.IsIndeterminate = true;
        }
    }

    private sealed class RowRateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var rows = task.State.Get<long>(Rows);
            var seconds = task.ElapsedTime?.TotalSeconds ?? 0;
            return new Text(seconds > 0 ? $"{rows:N0} rows, {rows / seconds:N0}/s" : $"{rows:N0} rows");
        }
    }
}
