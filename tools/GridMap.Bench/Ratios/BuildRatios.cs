using GridMap.Bench.Data;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Bench.Ratios;

/// <summary>
/// What an index costs: time to build it from polygons beside NetTopologySuite's, for the leaf and for all that a full
/// lookup answers, and memory a vertex.
/// </summary>
internal static class BuildRatios
{
    public static IEnumerable<Figure> Run(NamedGrids grids)
    {
        var coverage = CoverageBuilder.Build(grids.Polygons);
        var vertices = grids.Polygons.Sum(p => p.NumPoints);
        var speeds = Rounds.Measure(
            () => Build(() => PointInGridIndex.Build(CoverageBuilder.Build(grids.Polygons)).SizeInBytes),
            () => Build(() => SizeOfAll(CoverageBuilder.Build(grids.Polygons))),
            () => Build(() => new PeerIndex(grids.Polygons).Find(grids.Polygons[0].Coordinate)));
        yield return Compare($"build-{grids.Name}", speeds[0], speeds[2]);
        yield return Compare($"build-full-{grids.Name}", speeds[1], speeds[2]);

        var size = SizeOfAll(coverage);
        yield return new Figure(
            $"memory-{grids.Name}", (double)size / vertices, 35, Aim.AtMost, 0,
            $"{size / 1e6:0.0} MB for {vertices} polygon vertices, bytes a vertex");
    }

    // Speeds the other way round: a ratio of times.
    private static Figure Compare(string name, double[] ours, double[] theirs) => Rounds.Compare(
        name, theirs, ours, 0.5, Aim.AtMost, $"{1000 / Rounds.Median(ours):0} ms against NTS {1000 / Rounds.Median(theirs):0} ms");

    // All that a full lookup needs: path, nearest border and neighbour as well.
    private static long SizeOfAll(Coverage coverage)
    {
        var (index, borders) = (PointInGridIndex.Build(coverage), BorderIndex.Build(coverage));
        return index.SizeInBytes + borders.SizeInBytes + new LeafLocator(coverage, index, borders).SizeInBytes;
    }

    private static long Build(Func<long> build)
    {
        Sink.Take(build());
        return 1;
    }
}
