using GridMap.Bench.Data;
using GridMap.Bench.Postgres;
using GridMap.Core.Resources;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Bench.Ratios;

/// <summary>The nearest ten of one kind, in true metres, beside PostGIS.</summary>
/// <remarks>
/// What is asked of PostGIS is what answers fastest there and gives true metres: <c>&lt;-&gt;</c> on geometries in metres
/// (EPSG:4549, a conformal projection: the order is right to some centimetres), a few more than asked for, which are then
/// put in order by the distance of their geographies. The GiST index holds the kind that is asked for and nothing else:
/// with one of all places, which looks at the other kinds too and drops them, PostGIS answers less than half as much. The
/// rows lie in the order of places, which is a fifth faster. Tried by hand: without the last step it is a quarter faster.
/// </remarks>
internal static class PostGisNearest
{
    private const int Questions = 60_000;
    private const int Checked = 50;

    // Both measure on the ellipsoid; PostGIS takes edges for geodesics.
    private const double Centimetre = 0.01;

    private const string Statement =
        """
        select id, st_distance(shape::geography, st_setsrid(st_point({x}, {y}), 4326)::geography) as metres
        from (select id, shape from place where kind = 'toilet'
              order by plane <-> st_transform(st_setsrid(st_point({x}, {y}), 4326), 4549) limit 14) as near
        order by metres limit 10
        """;

    public static Figure Run(string database, Resource[] resources, string name, double goal)
    {
        var index = ResourceIndex.Build(resources);
        var random = new Random(12);
        var asked = Enumerable.Range(0, Questions)
            .Select(_ => new NearestQuery { Point = PlaceSets.Uniform(random), Kind = "toilet" }).ToArray();
        Fill(database, resources);
        RequireIndex(database);
        Require(database, index, asked);
        return PostGisRatios.Compare(
            $"nearest-postgis-{name}", goal, () => PostGisRatios.OnThreads(asked, q => index.Nearest(q).Count), database,
            $"""
            \set x random(0, 499999)
            \set y random(0, 499999)
            {Statement.Replace("{x}", $"{PlaceSets.West} + :x::float8 / 1e6").Replace("{y}", $"{PlaceSets.South} + :y::float8 / 1e6").ReplaceLineEndings(" ")};
            """);
    }

    private static void Fill(string database, Resource[] resources)
    {
        PostgresServer.Execute(
            database, "create extension postgis; create table loaded (id int, kind text, shape geometry(geometry, 4326))");
        var builder = new NpgsqlDataSourceBuilder(database);
        builder.UseNetTopologySuite(handleOrdinates: Ordinates.XY);
        using (var source = builder.Build())
        using (var connection = source.OpenConnection())
        using (var copy = connection.BeginBinaryImport("copy loaded from stdin (format binary)"))
        {
            foreach (var resource in resources)
            {
                resource.Shape.SRID = 4326;
                copy.StartRow();
                copy.Write((int)resource.Id, NpgsqlDbType.Integer);
                copy.Write(resource.Kind, NpgsqlDbType.Text);
                copy.Write(resource.Shape, NpgsqlDbType.Geometry);
            }

            copy.Complete();
        }

        PostgresServer.Execute(
            database,
            """
            create table place as select id, kind, shape, st_transform(shape, 4549) as plane from loaded order by plane;
            drop table loaded;
            create index toilets on place using gist (plane) where kind = 'toilet'
            """);
        PostgresServer.Execute(database, "vacuum analyze place");
    }

    /// <summary>PostGIS takes the kind's index, also by the plan for any point, with which a prepared statement goes on.</summary>
    private static void RequireIndex(string database)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        foreach (var mode in new[] { "force_custom_plan", "force_generic_plan" })
        {
            using var command = new NpgsqlCommand(
                $"""
                set plan_cache_mode = {mode};
                deallocate all;
                prepare near (float8, float8) as {Statement.Replace("{x}", "$1").Replace("{y}", "$2")};
                explain execute near ({PlaceSets.West + 0.25}, {PlaceSets.South + 0.25})
                """,
                connection);
            using var reader = command.ExecuteReader();
            List<string> plan = [];
            while (reader.Read())
            {
                plan.Add(reader.GetString(0));
            }

            if (!plan.Any(static line => line.Contains("Index Scan using toilets", StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"PostGIS does without the kind's index:\n{string.Join('\n', plan)}");
            }
        }
    }

    /// <summary>Both name the same, or others that are as far, and agree about the metres.</summary>
    private static void Require(string database, ResourceIndex index, NearestQuery[] asked)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        foreach (var query in asked.Take(Checked))
        {
            using var command = new NpgsqlCommand(Statement.Replace("{x}", "$1").Replace("{y}", "$2"), connection);
            command.Parameters.Add(new() { Value = query.Point.Lon });
            command.Parameters.Add(new() { Value = query.Point.Lat });
            using var reader = command.ExecuteReader();
            foreach (var hit in index.Nearest(query))
            {
                if (!reader.Read() || Math.Abs(reader.GetDouble(1) - hit.DistanceMetres) > Centimetre)
                {
                    throw new InvalidOperationException(
                        $"At {query.Point} PostGIS finds something else than {hit.Resource.Id} in {hit.DistanceMetres} m.");
                }
            }
        }
    }
}
