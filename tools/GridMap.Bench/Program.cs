using GridMap.Bench.Data;
using GridMap.Bench.Ratios;

if (args is not ["ratios", .. var names])
{
    Console.Error.WriteLine("usage: GridMap.Bench ratios [NAME…]");
    return 2;
}

var synthetic = new NamedGrids("synthetic", Tessellation.Standard(), SkewedPoints: false);
var suites = new (string Name, Func<IEnumerable<Figure>> Run)[]
{
    ("lookup", () => LookupRatios.Run(synthetic, singleGoal: 60)),
    ("lookup-full", () => FullLookupRatios.Run(synthetic)),
    ("build", () => BuildRatios.Run(synthetic)),
    ("validate", () => ValidateRatios.Run(synthetic)),
};

var figures = new List<Figure>();
foreach (var (name, run) in suites.Where(s => names.Length == 0 || names.Contains(s.Name)))
{
    Console.WriteLine($"== {name}");
    foreach (var figure in run())
    {
        Console.WriteLine($"{figure.Name}: {figure.Detail}; spread {figure.Spread:P0}");
        figures.Add(figure);
    }
}

foreach (var figure in figures)
{
    Console.WriteLine(figure.ToLine());
}

return 0;
