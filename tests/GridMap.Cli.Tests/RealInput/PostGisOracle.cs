using System.Diagnostics;
using GridMap.Core;
using GridMap.Core.Locating;
using GridMap.Core.Spatial;
using GridMap.Tests.Shared;
using Npgsql;

namespace GridMap.Cli.Tests.RealInput;

/// <summary>
/// Asks PostGIS which polygons of a file cover a point. GDAL reads the file and PROJ converts it, so that nothing of
/// ours is between the file and the answer, but for the lattice of 1e-9 degree, to which the polygons are snapped.
/// </summary>
internal static class PostGisOracle
{
    /// <summary>Compares this many random points, in and a little around the polygons.</summary>
    public const int Points = 100_000;

    /// <summary>And so many points on borders at most: vertices, each once.</summary>
    public const int BorderPoints = 20_000;

    /// <summary>
    /// Locates random points and vertices, and compares with PostGIS. Where polygons overlap one of them must be
    /// the answer; on a border one that touches it, or none where PostGIS has the border of all of them together.
    /// </summary>
    /// <returns>A line for each difference; empty when there is none.</returns>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        MapSnapshot snapshot, string file, string code, int seed, params string[] ogrOptions)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var database = await PostGisCluster.CreateDatabaseAsync(cancellation);
        try
        {
            await LoadAsync(database, file, ogrOptions);
            await PostGisCluster.ExecuteAsync(
                database,
                """
                update oracle set geom = ST_SnapToGrid(geom, 1e-9);
                create index on oracle using gist (geom);
                create table outline as
                    select ST_Subdivide(ST_Boundary(ST_Union(ST_MakeValid(geom))), 64) as geom from oracle;
                create index on outline using gist (geom);
                """,
                cancellation);
            var map = CityMap.Build(snapshot);
            var random = RandomPoints(snapshot, seed);
            return
            [
                .. await DifferencesAsync(database, map, random, Covering(code)),
                .. await DifferencesAsync(database, map, Vertices(snapshot, seed), Touching(code)),
            ];
        }
        finally
        {
            await PostGisCluster.DropDatabaseAsync(database, cancellation);
        }
    }

    private static string Covering(string code) => Query(code, "ST_Covers(g.geom, p.at)", "false");

    // A centimetre, for borders that GDAL or the lattice moved apart.
    private static string Touching(string code) => Query(
        code, "ST_DWithin(g.geom, p.at, 1e-8)", "exists (select from outline o where ST_DWithin(o.geom, p.at, 1e-7))");

    private static string Query(string code, string condition, string outer) =>
        $"""
        with p as (
            select n, ST_SetSRID(ST_MakePoint(x, y), 4326) as at
            from unnest($1::float8[], $2::float8[]) with ordinality as u (x, y, n))
        select p.n, array_agg(g."{code}"::text), min(ST_Distance(ST_Boundary(g.geom), p.at)), {outer}
        from p join oracle g on {condition} group by p.n, p.at
        """;

    private static async Task<List<string>> DifferencesAsync(
        string database, CityMap map, LonLat[] points, string sql)
    {
        var covering = await AskAsync(database, points, sql);
        List<string> differences = [];
        for (var i = 0; i < points.Length; i++)
        {
            var ours = map.Locate(new LocateQuery { Point = points[i], At = Cli.Now }).Results[0].Grid?.Code;
            var (theirs, border, isOuter) = covering.GetValueOrDefault(i, ([], double.MaxValue, false));
            var agree = ours is null ? theirs.Length == 0 || isOuter : theirs.Contains(ours);
            if (!agree)
            {
                differences.Add($"{points[i]}: {ours ?? "none"}, PostGIS {string.Join(' ', theirs)}, border {border:E1}");
            }
        }

        return differences;
    }

    private static async Task<Dictionary<int, (string[] Codes, double Border, bool IsOuter)>> AskAsync(
        string database, LonLat[] points, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.Parameters.Add(new NpgsqlParameter { Value = points.Select(static p => p.Lon).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = points.Select(static p => p.Lat).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Dictionary<int, (string[], double, bool)> answers = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            answers[(int)reader.GetInt64(0) - 1] =
                (reader.GetFieldValue<string[]>(1), reader.GetDouble(2), reader.GetBoolean(3));
        }

        return answers;
    }

    private static LonLat[] RandomPoints(MapSnapshot snapshot, int seed)
    {
        var random = new Random(seed);
        var box = snapshot.Grids.Select(static g => g.Shape?.EnvelopeInternal).OfType<NetTopologySuite.Geometries.Envelope>()
            .Aggregate(static (a, b) => a.ExpandedBy(b));
        box.ExpandBy(box.Width * 0.02, box.Height * 0.02);
        return [.. Enumerable.Range(0, Points).Select(_ => LatticePoint.From(new LonLat(
            box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height))).ToLonLat())];
    }

    private static LonLat[] Vertices(MapSnapshot snapshot, int seed)
    {
        var vertices = snapshot.Grids.SelectMany(static g => g.Shape?.Coordinates ?? [])
            .Select(static c => LatticePoint.From(new LonLat(c.X, c.Y))).Distinct().ToArray();
        new Random(seed).Shuffle(vertices);
        return [.. vertices.Take(BorderPoints).Select(static v => v.ToLonLat())];
    }

    private static async Task LoadAsync(string database, string file, string[] options)
    {
        await PostGisCluster.ExecuteAsync(database, "create extension postgis", TestContext.Current.CancellationToken);
        var pg = new NpgsqlConnectionStringBuilder(database);
        await Ogr.RunAsync(
        [
            "-f", "PostgreSQL", $"PG:host={pg.Host} port={pg.Port} user={pg.Username} dbname={pg.Database}", file,
            "-nln", "oracle", "-nlt", "PROMOTE_TO_MULTI", "-lco", "GEOMETRY_NAME=geom", "-lco", "LAUNDER=NO",
            "-lco", "SPATIAL_INDEX=NONE", .. options,
        ]);
    }
}

/// <summary>GDAL's <c>ogr2ogr</c>, as a user would run it.</summary>
internal static class Ogr
{
    /// <summary>Runs it; it must succeed.</summary>
    public static async Task RunAsync(string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("ogr2ogr", args) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"ogr2ogr {string.Join(' ', args)}\n{error}");
    }
}
