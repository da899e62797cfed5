using System.Data;
using GridMap.Bench.Postgres;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Data.Stores;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Bench.Ratios;

/// <summary>
/// The first load of points into PostGIS, validation and history included, against a bare binary COPY of the same rows
/// into the same table with the same indexes.
/// </summary>
internal static class LoadRatios
{
    private const int Points = 100_000;

    // Each round fills a new database twice; that takes seconds.
    private const int RoundCount = 5;

    /// <summary>The figure.</summary>
    /// <param name="superuser">The connection string of a user that may create databases; null: a cluster of its own.</param>
    public static IEnumerable<Figure> Run(string? superuser)
    {
        using var server = PostgresServer.Open(superuser);
        var resources = Resources();
        var speeds = new List<(double Ours, double Theirs)>();
        for (var round = 0; round < RoundCount; round++)
        {
            speeds.Add(Round(server, resources));
        }

        // The first round pays for compiling.
        double[] ours = [.. speeds.Skip(1).Select(static s => s.Ours)];
        double[] theirs = [.. speeds.Skip(1).Select(static s => s.Theirs)];
        return
        [
            Rounds.Compare(
                "postgis-load", ours, theirs, 0.85, Aim.AtLeast,
                $"{Rounds.Median(ours) / 1000:0} against {Rounds.Median(theirs) / 1000:0} thousand rows a second"),
        ];
    }

    private static (double Ours, double Theirs) Round(PostgresServer server, Resource[] resources) =>
        (server.InDatabase(setting => PublishAsync(setting, resources).GetAwaiter().GetResult()),
            server.InDatabase(setting => CopyAsync(setting, resources).GetAwaiter().GetResult()));

    private static Resource[] Resources()
    {
        var random = new Random(11);
        var factory = new GeometryFactory(new PrecisionModel(), 4326);
        return [.. Enumerable.Range(1, Points).Select(i => new Resource
        {
            Id = i,
            SourceKey = new SourceKey("bench", $"{i}"),
            Kind = "socket",
            Name = $"插座{i}",
            Capacity = 1,
            Shape = factory.CreatePoint(new Coordinate(119 + (random.NextDouble() / 2), 36 + (random.NextDouble() / 2))),
        })];
    }

    private static async Task<double> PublishAsync(string setting, Resource[] resources)
    {
        await using var store = await MapStores.OpenAsync(setting, StoreAccess.Client, TimeProvider.System);
        return await TimeAsync(() => store.PublishAsync(new ChangeSet
        {
            ExpectedRevision = 0,
            NextId = resources.Length + 1,
            Effective = new DateOnly(2026, 11, 22),
            Actor = "bench",
            Resources = new(resources, []),
        }));
    }

    private static async Task<double> CopyAsync(string setting, Resource[] resources)
    {
        // The tables come from the same migrations.
        await (await MapStores.OpenAsync(setting, StoreAccess.Client, TimeProvider.System)).DisposeAsync();
        var builder = new NpgsqlDataSourceBuilder(setting);
        builder.UseNetTopologySuite(handleOrdinates: Ordinates.XY);
        await using var source = builder.Build();
        await using var connection = await source.OpenConnectionAsync();
        return await TimeAsync(async () =>
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                "copy gridmap.resource_version (id, valid_from, valid_to, revision_from, revision_to, source, source_id, kind, "
                + "name, capacity, gates, serves, attributes, shape) from stdin (format binary)");
            foreach (var r in resources)
            {
                await WriteAsync(copy, r);
            }

            await copy.CompleteAsync();
        });
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Resource r)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(r.Id, NpgsqlDbType.Bigint);
        await copy.WriteAsync(new DateOnly(2026, 11, 22), NpgsqlDbType.Date);
        await copy.WriteNullAsync();
        await copy.WriteAsync(1L, NpgsqlDbType.Bigint);
        await copy.WriteNullAsync();
        await copy.WriteAsync(r.SourceKey.Source, NpgsqlDbType.Text);
        await copy.WriteAsync(r.SourceKey.Id, NpgsqlDbType.Text);
        await copy.WriteAsync(r.Kind, NpgsqlDbType.Text);
        await copy.WriteAsync(r.Name!, NpgsqlDbType.Text);
        await copy.WriteAsync(r.Capacity!.Value, NpgsqlDbType.Bigint);
        await copy.WriteAsync("[]", NpgsqlDbType.Jsonb);
        await copy.WriteAsync(Array.Empty<long>(), NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        await copy.WriteAsync("{}", NpgsqlDbType.Jsonb);
        await copy.WriteAsync(r.Shape, NpgsqlDbType.Geometry);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        await work();
        return Points / System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
