using System.Diagnostics;
using GridMap.Bench.Data;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Ratios;

/// <summary>How cost grows with size, from a thousand grids to a million, each with ten resources and eighty vertices.</summary>
internal static class ProvinceRatios
{
    /// <summary>The size that the goals are stated on.</summary>
    public const int Whole = 1_000_000;

    private const int Common = 7_000;
    private const int Points = 300_000;
    private const int SlowPoints = 20_000;
    private const int Checked = 1_000;
    private const double Gigabyte = 1 << 30;

    /// <summary>The figures, after a line for each size.</summary>
    /// <param name="largest">The largest size; the goals are those of <see cref="Whole"/>.</param>
    public static IEnumerable<Figure> Run(int largest)
    {
        if (FindProgram() is not { } program)
        {
            Console.WriteLine("left out: it needs dotnet build -c Release tools/GridMap.Cli");
            yield break;
        }

        Console.WriteLine("grids\tvertices\tresources\tgenerator MB\tload s\tbuild s\tmemory GB\tlookups/s\twith border/s\tnearest/s");
        var common = Measure(program, Common, keep: true)!;
        foreach (var size in new[] { 1_000, 10_000, 100_000, Whole }.Where(s => s < largest))
        {
            Measure(program, size, keep: false);
        }

        var map = Measure(program, largest, keep: true)!;
        var (points, few) = (PointsIn(map), PointsIn(common));
        var speeds = Rounds.Measure(() => Look(map, points), () => Look(common, few));
        yield return Rounds.Compare(
            "province-lookup", speeds[1], speeds[0], 3, Aim.AtMost,
            $"{Rounds.Median(speeds[0]) / 1e6:0.0} M lookups a second on {largest} grids, {Rounds.Median(speeds[1]) / 1e6:0.0} M on {Common}");
        using var process = Process.GetCurrentProcess();
        yield return new Figure(
            "province-gigabytes", process.PeakWorkingSet64 / Gigabyte, 12, Aim.AtMost, 0, $"GB at most, {largest} grids loaded and built");
    }

    private static CityMap? Measure(string program, int size, bool keep)
    {
        using var files = new ProvinceFiles(program, size);
        var (map, load, build) = Build(files);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var points = PointsIn(map);
        Require(map, points);
        var vertices = map.Snapshot.Grids.Sum(static g => (long)(g.Shape?.NumPoints ?? 1) - 1);
        Console.WriteLine(string.Join('\t',
            $"{size}", $"{vertices}", $"{map.Resources.Count}", $"{files.GeneratorBytes / 1e6:0}",
            $"{load.TotalSeconds:0.0}",
            $"{build.TotalSeconds:0.0}",
            $"{memory / Gigabyte:0.00}",
            $"{Best(() => Look(map, points)):0}", $"{Best(() => LookWhole(map, points[..SlowPoints])):0}",
            $"{Best(() => Near(map, points[..SlowPoints])):0}"));
        return keep ? map : null;
    }

    /// <summary>As revisions come: the grids first, then the resources as a change.</summary>
    private static (CityMap Map, TimeSpan Load, TimeSpan Build) Build(ProvinceFiles files)
    {
        var (load, build) = (new Stopwatch(), new Stopwatch());
        T Timed<T>(Stopwatch watch, Func<T> work)
        {
            watch.Start();
            var result = work();
            watch.Stop();
            return result;
        }

        var grids = Timed(load, files.LoadGrids);
        var map = Timed(build, () => Prepared(CityMap.Build(grids)));
        var resources = Timed(load, files.LoadResources);
        map = Timed(build, () => map.With(resources, new MapState(1, map.State.Date)));
        return (map, load.Elapsed, build.Elapsed);
    }

    private static CityMap Prepared(CityMap map)
    {
        map.Prepare();
        return map;
    }

    private static LatticePoint[] PointsIn(CityMap map)
    {
        var box = new Envelope();
        foreach (var grid in map.Snapshot.Grids)
        {
            box.ExpandToInclude(grid.Shape?.EnvelopeInternal ?? new Envelope());
        }

        var random = new Random(7);
        return [.. Enumerable.Range(0, Points).Select(_ => LatticePoint.From(new LonLat(
            box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height))))];
    }

    /// <summary>The leaf that is found covers the point.</summary>
    private static void Require(CityMap map, LatticePoint[] points)
    {
        var shapes = map.Snapshot.Grids.ToDictionary(static g => g.Id, static g => g.Shape);
        var found = 0;
        foreach (var point in points.Take(Checked))
        {
            if (map.Partitions[0].FindLeaf(point) is { } leaf)
            {
                found++;
                if (!shapes[leaf.Id]!.Covers(new Point(point.ToLonLat().Lon, point.ToLonLat().Lat)))
                {
                    throw new InvalidOperationException($"{leaf.Code} does not cover {point.ToLonLat()}.");
                }
            }
        }

        if (found < Checked * 8 / 10)
        {
            throw new InvalidOperationException($"Of {Checked} points in the box only {found} are in a grid.");
        }
    }

    /// <summary>As the suite lookup does, by the number of the leaf.</summary>
    private static long Look(CityMap map, LatticePoint[] points)
    {
        var (index, sum) = (map.Partitions[0].Index, 0L);
        foreach (var point in points)
        {
            sum += index.Find(point);
        }

        Sink.Take(sum);
        return points.Length;
    }

    private static long LookWhole(CityMap map, LatticePoint[] points)
    {
        var (partition, sum) = (map.Partitions[0], 0.0);
        foreach (var point in points)
        {
            sum += partition.FindPlace(point)?.BorderMetres ?? 0;
        }

        Sink.Take((long)sum);
        return points.Length;
    }

    private static long Near(CityMap map, LatticePoint[] points)
    {
        long sum = 0;
        foreach (var point in points)
        {
            sum += map.Nearest(new NearestQuery { Point = point.ToLonLat(), Kind = "toilet" }).Count;
        }

        Sink.Take(sum);
        return points.Length;
    }

    /// <summary>Operations a second, the best of three.</summary>
    private static double Best(Func<long> work) => Enumerable.Range(0, 3).Max(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        var operations = work();
        return operations / Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    private static string? FindProgram()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tools/GridMap.Cli/bin/Release/net10.0/gridmap.dll");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
