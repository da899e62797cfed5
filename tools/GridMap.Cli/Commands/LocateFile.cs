using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Spatial.CoordinateSystems;
using GridMap.Data.Batch;
using GridMap.Data.Importing;

namespace GridMap.Cli.Commands;

/// <summary><c>locate --file</c>: the rows of a file with their grids.</summary>
internal sealed class LocateFile
{
    private readonly Option<string> file = new("--file")
    {
        HelpName = "FILE",
        Description = "Instead of a point: a file of rows, CSV (UTF-8 or GB18030; comma, semicolon or tab) or a JSON object on "
            + "each line (.ndjson, .jsonl); result_… columns are appended",
    };

    private readonly Option<string> output = new("--out")
    {
        HelpName = "FILE",
        Description = "With --file: where the rows go; without it to the standard output",
    };

    private readonly Option<string> lon = Column("--lon-column", "longitudes, or eastings of --crs", "lon");

    private readonly Option<string> lat = Column("--lat-column", "latitudes, or northings of --crs", "lat");

    private readonly Option<string> address = new("--address-column")
    {
        HelpName = "NAME",
        Description = "With --file: the column of addresses; without it rows are located by coordinates",
    };

    private readonly Option<string> encoding = new("--encoding")
    {
        HelpName = "NAME",
        Description = "With --file: utf-8 or gb18030; without it found out",
    };

    /// <summary>Gives the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { file, output, lon, lat, address, encoding })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether a file is named.</summary>
    public bool IsGiven(ParseResult args) => args.GetValue(file) is not null;

    /// <summary>Who answers the rows.</summary>
    public IRowAnswerer Answerer(
        ParseResult args, CityMap map, PartitionMap partition, string? crs, double accuracyMetres, DateTimeOffset at) =>
        args.GetValue(address) is { } column
            ? new AddressRows(map, partition, accuracyMetres, at, column)
            : new PointRows(
                map, partition, crs is null ? CoordinateSystem.Wgs84 : CoordinateSystems.Parse(crs), accuracyMetres,
                args.GetRequiredValue(lon), args.GetRequiredValue(lat));

    /// <summary>Reads the rows and writes them with their answers.</summary>
    /// <exception cref="BatchException">The file has no header, or lacks a column.</exception>
    public async Task<int> RunAsync(ParseResult args, CliHost host, IRowAnswerer answerer, CancellationToken cancellation)
    {
        var path = args.GetRequiredValue(file);
        await using var input = File.OpenRead(path);
        var start = await BatchStart.ReadAsync(input, cancellation);
        var format = Path.GetExtension(path).ToLowerInvariant() is ".ndjson" or ".jsonl"
            ? start.OpenNdJson(answerer)
            : start.OpenCsv(answerer, args.GetValue(encoding));
        var rows = await ProgressBar.ShowAsync(host, Path.GetFileName(path), async progress =>
        {
            await using var target = Target(args, host, path);
            var run = new BatchRun(format, start, new BatchLimits(long.MaxValue));
            return await run.WriteAsync(target, progress is null ? null : new Reported(progress, input.Length), cancellation);
        });
        host.Error.WriteLine($"{rows} rows answered.");
        return ExitCode.Done;
    }

    private Stream Target(ParseResult args, CliHost host, string source)
    {
        if (args.GetValue(output) is not { } path)
        {
            return host.OpenOut();
        }

        return Path.GetFullPath(path) != Path.GetFullPath(source)
            ? File.Create(path)
            : throw new UsageException($"--out '{path}' is the file that is read. Name another.");
    }

    private static Option<string> Column(string name, string what, string usual) => new(name)
    {
        HelpName = "NAME",
        Description = $"With --file: the column of {what}",
        DefaultValueFactory = _ => usual,
    };

    private sealed class Reported(IProgress<ImportProgress> progress, long length) : IProgress<BatchProgress>
    {
        // Never all of it: nothing comes after the last row.
        public void Report(BatchProgress value) =>
            progress.Report(new ImportProgress(value.Rows, Math.Min(value.Bytes, length - 1), length));
    }
}
