using System.Diagnostics;
using System.Globalization;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Data.Exchange;

namespace GridMap.Bench.Data;

/// <summary>A province as <c>gridmap generate</c> writes it, in a temporary folder until it is disposed.</summary>
internal sealed class ProvinceFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-bench-province-").FullName;

    /// <param name="program">The built command line.</param>
    /// <param name="grids">How many grids; ten times as many resources.</param>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public ProvinceFiles(string program, int grids)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [program, "generate", "--like", "province", "--seed", "1", "--grids", $"{grids}", "--resources", $"{10L * grids}", "--out", folder])
        {
            RedirectStandardOutput = true,
        })!;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            GeneratorBytes = Math.Max(GeneratorBytes, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        if (process.ExitCode != 0)
        {
            Dispose();
            throw new InvalidOperationException($"gridmap generate ended with {process.ExitCode}.");
        }
    }

    /// <summary>The most memory that the generator used.</summary>
    public long GeneratorBytes { get; }

    /// <summary>Bytes of the files.</summary>
    public long Bytes => new DirectoryInfo(folder).EnumerateFiles().Sum(static f => f.Length);

    /// <summary>The grids, as a store would load them.</summary>
    public MapSnapshot LoadGrids() => MapSnapshots.Of([.. ReadGrids()]);

    /// <summary>The resources, as the revision after the grids would bring them.</summary>
    public ChangeSet LoadResources() => new()
    {
        ExpectedRevision = 0,
        NextId = long.MaxValue,
        Effective = MapSnapshots.Empty.State.Date,
        Actor = "bench",
        Resources = new([.. ReadResources()], []),
    };

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IEnumerable<GridVersion> ReadGrids()
    {
        using var source = SourceFile.Open(new SourceOptions(Path.Combine(folder, "grids.geojson")));
        foreach (var row in source.ReadRows())
        {
            yield return new GridVersion(
                MapSnapshots.Grid(row.Number, row.Values[0]!, null, "grid"), row.Shape);
        }
    }

    private IEnumerable<Resource> ReadResources()
    {
        var id = 100_000_000L;
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var kind = Path.GetFileNameWithoutExtension(file);
            foreach (var line in File.ReadLines(file).Skip(1))
            {
                yield return ToResource(++id, kind, line.Split(','));
            }
        }
    }

    private static Resource ToResource(long id, string kind, string[] fields)
    {
        double Number(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
        return new Resource
        {
            Id = id,
            SourceKey = new SourceKey("province", fields[0]),
            Kind = kind,
            Name = fields[1],
            Shape = new NetTopologySuite.Geometries.Point(Number(2), Number(3)),
            Capacity = (int)Number(4),
        };
    }
}
