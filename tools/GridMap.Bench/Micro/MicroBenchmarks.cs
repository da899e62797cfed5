using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GridMap.Bench.Data;
using GridMap.Core.Grids;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Bench.Micro;

/// <summary>The small steps of an answer, one by one: their time and what they allocate.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class MicroBenchmarks
{
    private const int Questions = 1 << 12;

    private PartitionMap map = null!;
    private ResourceIndex resources = null!;
    private LatticePoint[] points = null!;
    private LonLat[] places = null!;
    private int next;

    /// <summary>Runs them all in this process, and prints a table.</summary>
    public static int Run()
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .HideColumns(Column.Job, Column.Toolchain, Column.IterationCount, Column.LaunchCount, Column.WarmupCount)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "gridmap-micro"));
        return BenchmarkRunner.Run<MicroBenchmarks>(config).HasCriticalValidationErrors ? 2 : 0;
    }

    /// <summary>The tessellation that the goals are stated on, and a tenth of the points.</summary>
    [GlobalSetup]
    public void Build()
    {
        var grids = GridSets.Synthetic();
        map = grids.ToMap();
        points = grids.RandomPoints(Questions);
        places = Array.ConvertAll(points, static p => p.ToLonLat());
        resources = ResourceIndex.Build(PlaceSets.Points().Take(PlaceSets.Count / 10));
    }

    [Benchmark(Description = "round to the lattice")]
    public LatticePoint Round() => LatticePoint.From(places[Next()]);

    [Benchmark(Description = "find the leaf")]
    public Grid? FindLeaf() => map.FindLeaf(points[Next()]);

    [Benchmark(Description = "find leaf, path, border, neighbour")]
    public LeafPlace? FindPlace() => map.FindPlace(points[Next()]);

    [Benchmark(Description = "shares of a circle of 50 m")]
    public int Shares() => map.ListShares(points[Next()], 50).Count;

    [Benchmark(Description = "nearest ten of one kind")]
    public int Nearest() => resources.Nearest(new NearestQuery { Point = places[Next()], Kind = "toilet" }).Count;

    [Benchmark(Description = "distance of some kilometres")]
    public double ShortDistance() => Geodesic.Distance(places[0], places[Next()]);

    [Benchmark(Description = "distance across the earth")]
    public double LongDistance() => Geodesic.Distance(new LonLat(-70, -33), places[Next()]);

    private int Next() => next = (next + 1) & (Questions - 1);
}
