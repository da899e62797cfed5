using GridMap.Cli.Running;
using GridMap.Data.Answers;

namespace GridMap.Cli.Printing;

/// <summary>What lacks, for people: grids and compounds where something lacks, those with the most households first.</summary>
internal static class ShortfallTable
{
    /// <summary>Prints it, with a line of sums.</summary>
    public static void Print(CliHost host, FeatureCollectionJson<ShortfallProperties> answer)
    {
        var rows = answer.Features.Select(static f => f.Properties).ToList();
        foreach (var area in (string[])["grid", "compound"])
        {
            PrintLacking(host, area, rows.Where(r => r.Area == area));
        }

        var grids = rows.Where(static r => r.Area == "grid").ToList();
        host.Out.WriteLine($"{grids.Sum(static r => r.HouseholdsWithout ?? 0)} of {grids.Sum(static r => r.Households ?? 0)} "
            + $"households in {grids.Count} grids have none within the distance.");
    }

    private static void PrintLacking(CliHost host, string area, IEnumerable<ShortfallProperties> rows)
    {
        var table = new TextTable(area, "name", "households", "without", "share", "dwellings", "without", "estimated");
        foreach (var row in rows.Where(static r => r.HouseholdsWithout > 0 || r.DwellingsWithout > 0)
            .OrderByDescending(static r => r.HouseholdsWithout ?? 0)
            .ThenByDescending(static r => r.DwellingsWithout)
            .ThenBy(static r => r.Code, StringComparer.Ordinal))
        {
            table.Add(
                row.Code, row.Name, $"{row.Households}", $"{row.HouseholdsWithout}", $"{row.Share:0.00}",
                $"{row.Dwellings}", $"{row.DwellingsWithout}", row.Estimated ? "yes" : "");
        }

        table.Print(host);
    }
}
