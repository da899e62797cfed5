using System.Text.Json.Serialization;
using GridMap.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NetTopologySuite.IO;
using Npgsql;

namespace GridMap.Bench.Http;

/// <summary>
/// What one would write without GridMap: an endpoint that asks PostGIS for the leaf of a point, with a prepared statement on
/// a pooled connection and a GiST index; and another one for the whole answer.
/// </summary>
internal static class PostGisServer
{
    private const string Question =
        "select code, name from leaf where st_covers(shape, st_setsrid(st_makepoint($1, $2), 4326)) order by id limit 1";

    /// <summary>Fills a database with the leaves of a map's default partition, and with all that the whole answer takes.</summary>
    public static void Fill(string database, CityMap map)
    {
        // Pooled, because each row is a statement of its own.
        using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = true });
        using (var create = source.CreateCommand(
            "create extension postgis; create table leaf (id bigint primary key, code text, name text, shape geometry(Geometry, 4326))"))
        {
            create.ExecuteNonQuery();
        }

        var writer = new WKBWriter();
        foreach (var leaf in map.Partitions[0].Grids.Where(static g => g.Shape is not null))
        {
            using var insert = source.CreateCommand("insert into leaf values ($1, $2, $3, st_geomfromwkb($4, 4326))");
            insert.Parameters.Add(new() { Value = leaf.Id });
            insert.Parameters.Add(new() { Value = leaf.Grid.Code });
            insert.Parameters.Add(new() { Value = (object?)leaf.Grid.Name ?? DBNull.Value });
            insert.Parameters.Add(new() { Value = writer.Write(leaf.Shape) });
            insert.ExecuteNonQuery();
        }

        using var index = source.CreateCommand("create index on leaf using gist (shape); analyze leaf");
        index.ExecuteNonQuery();
        PostGisAnswers.Fill(source, map);
    }

    /// <summary>Serves until the process ends.</summary>
    public static int Run(string url, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var setting = new NpgsqlConnectionStringBuilder(database)
        {
            Pooling = true,
            MaxAutoPrepare = 4,
            AutoPrepareMinUsages = 1,
        };
        var source = NpgsqlDataSource.Create(setting.ToString());
        app.MapGet("/locate", async (double lon, double lat) =>
        {
            await using var command = source.CreateCommand(Question);
            command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = lon });
            command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = lat });
            await using var reader = await command.ExecuteReaderAsync();
            var leaf = await reader.ReadAsync()
                ? new Leaf(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1))
                : new Leaf(null, null);
            return Results.Json(leaf, LeafContext.Default.Leaf);
        });
        PostGisAnswers.Map(app, source);
        app.Run(url);
        return 0;
    }
}

internal sealed record Leaf(string? Code, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Leaf))]
internal sealed partial class LeafContext : JsonSerializerContext;
