using GridMap.Cli.Running;
using GridMap.Data.Answers;

namespace GridMap.Cli.Printing;

/// <summary>Two partitions over one another, for people: every pair, then the straddlers.</summary>
internal static class CompareTable
{
    /// <summary>Prints it.</summary>
    public static void Print(CliHost host, CompareJson comparison)
    {
        var table = new TextTable(
            comparison.A, comparison.B, "square metres", "addresses", "dwellings", "households", "population");
        foreach (var pair in comparison.Pairs)
        {
            table.Add(
                pair.A ?? "outside", pair.B ?? "outside", $"{pair.Area:0.00}", $"{pair.Addresses}", $"{pair.Dwellings}",
                $"{pair.Households}", $"{pair.Population}");
        }

        table.Print(host);
        host.Out.WriteLine($"{comparison.Pairs.Count} pairs; {comparison.Straddlers.Count} grids of {comparison.A} lie in "
            + $"more than one of {comparison.B}: {string.Join(' ', comparison.Straddlers)}".TrimEnd(' ', ':'));
    }
}
