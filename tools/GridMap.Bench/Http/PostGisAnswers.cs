using System.Text.Json.Serialization;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Spatial.Coverages;
using GridMap.Data.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace GridMap.Bench.Http;

/// <summary>
/// The whole of what <c>/locate</c> answers, from PostGIS: in each partition the leaf with its path, the distance to its
/// border and the neighbour there, or the nearest leaf outside all. One prepared question; paths and borders lie ready, and
/// distances are those of geography.
/// </summary>
internal static class PostGisAnswers
{
    private const string Tables =
        """
        create unlogged table part (ordinal int primary key, code text);
        create unlogged table whole_leaf (
            id bigint primary key, part text, code text, name text, level text, category text, subtype text,
            path_codes text[], path_names text[], path_levels text[], shape geometry(Geometry, 4326));
        create unlogged table border (leaf bigint, neighbour text, line geography(LineString, 4326));
        """;

    private const string Indexes =
        """
        create index on whole_leaf using gist (shape);
        create index on border (leaf);
        analyze part; analyze whole_leaf; analyze border;
        """;

    // Outside all, the eight that are nearest in degrees are measured.
    private const string Question =
        """
        select p.code, l.code, l.name, l.level, l.category, l.subtype, l.path_codes, l.path_names, l.path_levels,
            b.neighbour, b.metres, n.code, n.metres
        from (select st_setsrid(st_makepoint($1, $2), 4326) at) place cross join part p
        left join lateral (
            select * from whole_leaf where part = p.code and st_covers(shape, place.at) order by id limit 1) l on true
        left join lateral (
            select neighbour, st_distance(line, place.at::geography) metres from border where leaf = l.id
            order by metres limit 1) b on true
        left join lateral (
            select code, st_distance(shape::geography, place.at::geography) metres
            from (select code, shape from whole_leaf where l.id is null and part = p.code order by shape <-> place.at limit 8) c
            order by metres, code limit 1) n on true
        order by p.ordinal
        """;

    /// <summary>Fills a database with all partitions of a map.</summary>
    public static void Fill(NpgsqlDataSource source, CityMap map)
    {
        Execute(source, Tables);
        var writer = new WKBWriter();
        foreach (var (ordinal, partition) in map.Partitions.Index())
        {
            var code = partition.Partition.Code;
            Execute(source, "insert into part values ($1, $2)", ordinal, code);
            for (var leaf = 0; leaf < partition.Leaves.Count; leaf++)
            {
                var grid = partition.Leaves[leaf];
                var path = partition.Tree.ListPath(grid);
                Execute(
                    source,
                    "insert into whole_leaf values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, st_geomfromwkb($11, 4326))",
                    grid.Id, code, grid.Code, grid.Name, grid.Level,
                    grid.Category == GridCategory.Dedicated ? "dedicated" : "base", grid.Subtype,
                    path.Select(static g => g.Code).ToArray(), path.Select(static g => g.Name).ToArray(),
                    path.Select(static g => g.Level).ToArray(), writer.Write(partition.Coverage.GetPolygon(leaf)));
            }

            FillBorders(source, partition, writer);
        }

        Execute(source, Indexes);
    }

    /// <summary>Adds the endpoint to an application.</summary>
    public static void Map(WebApplication app, NpgsqlDataSource source) =>
        app.MapGet("/locate-whole", async (double lon, double lat) =>
        {
            await using var command = source.CreateCommand(Question);
            command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = lon });
            command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = lat });
            await using var reader = await command.ExecuteReaderAsync();
            var results = new List<PartitionJson>();
            while (await reader.ReadAsync())
            {
                results.Add(Read(reader));
            }

            return Results.Json(new LocateJson("1@2026-01-01", new(lon, lat), results), WholeContext.Default.LocateJson);
        });

    private static void FillBorders(NpgsqlDataSource source, PartitionMap partition, WKBWriter writer)
    {
        var (coverage, factory) = (partition.Coverage, new GeometryFactory(new PrecisionModel(), 4326));
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var line = writer.Write(factory.CreateLineString([.. coverage.Vertices(arc).ToArray()
                .Select(static v => v.ToLonLat()).Select(static p => new Coordinate(p.Lon, p.Lat))]));
            foreach (var leaf in new[] { coverage.Left(arc), coverage.Right(arc) }.Where(static l => l != Coverage.None).Distinct())
            {
                var across = coverage.Across(arc, leaf);
                Execute(
                    source, "insert into border values ($1, $2, st_geomfromwkb($3, 4326)::geography)",
                    partition.Leaves[leaf].Id, across == Coverage.None ? null : partition.Leaves[across].Code, line);
            }
        }
    }

    private static PartitionJson Read(NpgsqlDataReader row)
    {
        var isInside = !row.IsDBNull(1);
        return new()
        {
            Partition = row.GetString(0),
            Inside = isInside,
            Certainty = isInside ? "sure" : "unknown",
            Grid = isInside
                ? new(row.GetString(1), Text(row, 2), row.GetString(3), row.GetString(4), Text(row, 5))
                : null,
            Path = isInside ? ReadPath(row) : [],
            Border = isInside ? new(Math.Round(row.GetDouble(10), 2), Text(row, 9)) : null,
            Grids = isInside ? [new(row.GetString(1), 1)] : [],
            Nearest = isInside || row.IsDBNull(11) ? null : new(row.GetString(11), Math.Round(row.GetDouble(12), 2)),
        };
    }

    private static PathJson[] ReadPath(NpgsqlDataReader row)
    {
        var (codes, names, levels) = (
            row.GetFieldValue<string[]>(6), row.GetFieldValue<string?[]>(7), row.GetFieldValue<string[]>(8));
        return [.. codes.Select((code, i) => new PathJson(code, names[i], levels[i]))];
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static void Execute(NpgsqlDataSource source, string sql, params object?[] values)
    {
        using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        command.ExecuteNonQuery();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LocateJson))]
internal sealed partial class WholeContext : JsonSerializerContext;
