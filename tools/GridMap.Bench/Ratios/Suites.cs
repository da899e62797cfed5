using GridMap.Bench.Addresses;
using GridMap.Bench.Data;
using GridMap.Bench.Http;

namespace GridMap.Bench.Ratios;

/// <summary>The suites by name, and how their figures are printed.</summary>
internal static class Suites
{
    private const double SyntheticGoal = 60, RealGoal = 35;

    /// <summary>490,000 grids.</summary>
    private const int LargeSide = 700;

    /// <summary>Suites that take minutes and much memory: they run when they are named.</summary>
    private static readonly string[] OnlyNamed = ["province"];

    public static int Run(string[] names, string? gridFile, string? postgres, int province, string? markdown)
    {
        var all = All(gridFile, postgres, province);
        if (names.Except(all.Select(s => s.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no suite '{unknown}'; there are {string.Join(", ", all.Select(s => s.Name))}.");
            return 2;
        }

        var figures = new List<Figure>();
        foreach (var (name, run) in all.Where(s => names.Length == 0 ? !OnlyNamed.Contains(s.Name) : names.Contains(s.Name)))
        {
            Console.WriteLine($"== {name}");
            foreach (var figure in run())
            {
                Console.WriteLine($"{figure.Name}: {figure.Detail}; spread {figure.Spread:P0}");
                figures.Add(figure);
            }
        }

        if (markdown is not null)
        {
            MarkdownTable.Write(markdown, figures);
        }

        figures.ForEach(f => Console.WriteLine(f.ToLine()));
        return 0;
    }

    private static (string Name, Func<IEnumerable<Figure>> Run)[] All(string? gridFile, string? postgres, int province)
    {
        var grids = gridFile is null ? GridSets.Synthetic() : GridSets.Read(gridFile);
        return
        [
            ("lookup", () => LookupRatios.Run(grids, gridFile is null ? SyntheticGoal : RealGoal)),
            ("lookup-real", () => GridSets.Real().SelectMany(g => LookupRatios.Run(g, RealGoal))),
            ("lookup-full", () => FullLookupRatios.Run(grids)),
            ("build", () => BuildRatios.Run(grids)),
            ("delta", () => DeltaRatios.Run(grids).Concat(DeltaRatios.Run(GridSets.Squares(LargeSide)))),
            ("nearest", NearestRatios.Run),
            ("stay", StayRatios.Run),
            ("addresses", AddressRatios.Run),
            ("validate", () => ValidateRatios.Run(grids)),
            ("http", () => HttpRatios.Run(postgres)),
            ("batch", BatchRatios.Run),
            ("postgis", () => PostGisRatios.Run(postgres)),
            ("province", () => ProvinceRatios.Run(province)),
            ("import", () => ReadRatios.Run(grids).Concat(LoadRatios.Run(postgres))),
        ];
    }
}
