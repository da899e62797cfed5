using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GridMap.Bench.Ratios;

/// <summary>The figures of a run as a page that can be committed.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes the page; a file of that name is replaced.</summary>
    public static void Write(string path, IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Baseline

            What `dotnet run -c Release --project tools/GridMap.Bench -- ratios --markdown tools/GridMap.Bench/baseline.md`
            printed last. Ratios hold within the run that gave them; absolute figures are those of one machine. The spread is the
            interquartile range of the rounds divided by the median: how noisy the run was.


            """);
        text.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, ");
        text.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}. ");
        text.Append(CultureInfo.InvariantCulture, $"{figures.Count(static f => f.Reached)} of {figures.Count} goals reached.\n\n");
        text.Append("| Figure | Ratio | Goal | | Spread | In this run |\n|---|---:|---:|---|---:|---|\n");
        foreach (var f in figures)
        {
            var goal = $"{(f.Aim == Aim.AtLeast ? "≥" : "≤")} {f.Goal.ToString("0.###", CultureInfo.InvariantCulture)}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {f.Name} | {f.Ratio:0.###} | {goal} | {(f.Reached ? "reached" : "**short**")} | {f.Spread * 100:0} % | {f.Detail} |\n");
        }

        File.WriteAllText(path, text.ToString());
    }
}
