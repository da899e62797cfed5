using GridMap.Bench.Data;
using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;
using NetTopologySuite.Coverage;

namespace GridMap.Bench.Ratios;

/// <summary>
/// A whole partition checked, from its polygons to findings: the borders that are shared, invalid polygons, overlaps,
/// gaps and unmatched borders. Beside NetTopologySuite's CoverageValidator, which looks at edges alone.
/// </summary>
internal static class ValidateRatios
{
    private static readonly ICheck[] Checks =
        [new InvalidPolygonCheck(), new OverlapCheck(), new GapCheck(), new UnmatchedBorderCheck()];

    public static IEnumerable<Figure> Run(NamedGrids grids)
    {
        var (ours, theirs) = (Find(grids).Count, CountInvalidEdges(grids));
        if (ours != 0 || theirs != 0)
        {
            throw new InvalidOperationException($"{grids.Name} is clean; found {ours} and NetTopologySuite {theirs}.");
        }

        var speeds = Rounds.Measure(() => Take(Find(grids).Count), () => Take(CountInvalidEdges(grids)));
        yield return Rounds.Compare(
            $"validate-{grids.Name}", speeds[0], speeds[1], 4, Aim.AtLeast,
            $"{1000 / Rounds.Median(speeds[0]):0} ms against NTS {1000 / Rounds.Median(speeds[1]):0} ms");
    }

    private static List<Finding> Find(NamedGrids grids)
    {
        var context = new CheckContext(grids.ToMap(), MapSnapshots.Empty, CheckOptions.Default);
        return [.. Checks.SelectMany(check => check.Find(context))];
    }

    private static int CountInvalidEdges(NamedGrids grids) =>
        new CoverageValidator(grids.Polygons).Validate().Count(static edges => edges is { IsEmpty: false });

    private static long Take(int count)
    {
        Sink.Take(count);
        return 1;
    }
}
