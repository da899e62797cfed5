using GridMap.Bench.Data;
using GridMap.Bench.Postgres;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Bench.Ratios;

/// <summary>The leaf of a point beside PostGIS: <c>ST_Covers</c> with a GiST index. On a border both may be right.</summary>
internal static class PostGisLookup
{
    private const int Questions = 4_000_000;
    private const int Checked = 2_000;

    // The goals name no figure for this: it is there to be seen.
    private const double Goal = 1;

    public static Figure Run(string database, NamedGrids grids)
    {
        var index = PointInGridIndex.Build(CoverageBuilder.Build(grids.Polygons));
        var points = grids.RandomPoints(Questions);
        Fill(database, grids, points);
        Require(database, grids, index, points);

        // The same points, by their number: real ones crowd where vertices do.
        return PostGisRatios.Compare(
            $"lookup-postgis-{grids.Name}", Goal, () => PostGisRatios.OnThreads(points, index.Find), database,
            $"""
            \set n random(0, {Checked - 1})
            select leaf.id from asked, leaf where asked.id = :n and st_covers(leaf.shape, asked.place) limit 1;
            """);
    }

    private static void Fill(string database, NamedGrids grids, LatticePoint[] points)
    {
        PostgresServer.Execute(
            database,
            """
            create extension postgis;
            create table leaf (id int, shape geometry(geometry, 4326));
            create table asked (id int primary key, place geometry(point, 4326))
            """);
        var builder = new NpgsqlDataSourceBuilder(database);
        builder.UseNetTopologySuite(handleOrdinates: Ordinates.XY);
        using (var source = builder.Build())
        using (var connection = source.OpenConnection())
        {
            Copy(connection, "leaf", grids.Polygons);
            Copy(connection, "asked", [.. points.Take(Checked).Select(static p => new Point(p.ToLonLat().Lon, p.ToLonLat().Lat))]);
        }

        PostgresServer.Execute(database, "create index on leaf using gist (shape)");
        PostgresServer.Execute(database, "vacuum analyze");
    }

    private static void Copy(NpgsqlConnection connection, string table, Geometry[] shapes)
    {
        using var copy = connection.BeginBinaryImport($"copy {table} from stdin (format binary)");
        for (var i = 0; i < shapes.Length; i++)
        {
            copy.StartRow();
            copy.Write(i, NpgsqlDbType.Integer);
            var shape = shapes[i].Copy();
            shape.SRID = 4326;
            copy.Write(shape, NpgsqlDbType.Geometry);
        }

        copy.Complete();
    }

    private static void Require(string database, NamedGrids grids, PointInGridIndex index, LatticePoint[] points)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand(
            "select asked.id, (select min(leaf.id) from leaf where st_covers(leaf.shape, asked.place)) from asked", connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var point = points[reader.GetInt32(0)];
            var (mine, theirs) = (index.Find(point), reader.IsDBNull(1) ? Coverage.None : reader.GetInt32(1));
            if (mine != theirs && !Agreement.IsOnBorder(grids, point, mine, theirs))
            {
                throw new InvalidOperationException($"At {point.ToLonLat()} the index finds {mine}, PostGIS {theirs}.");
            }
        }
    }
}
