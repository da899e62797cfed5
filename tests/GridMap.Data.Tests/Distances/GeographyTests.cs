using CsCheck;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Tests.Shared;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace GridMap.Data.Tests.Distances;

/// <summary>Distances beside two of PostGIS's, asked live: of geographies, and in an azimuthal equidistant projection.</summary>
/// <remarks>
/// Our edges are straight in longitude and latitude, those of its geographies are geodesics: a vertex every five metres
/// makes them the same. It seeks the nearest place of an edge on a sphere and then measures on the ellipsoid, which may be
/// some centimetres too far at two kilometres; the nearest of the vertices is measured beside it. A place in line with an
/// edge and some centimetres beyond its end is on the edge to it: the end of an edge of a decimetre reaches that far, of
/// five metres one centimetre. So it is asked only where the place is a metre from all vertices, and the vertices from
/// each other. The projection about the place has no such limit: along all lines through its centre it shows the lengths of
/// the geodesics, of decimetres as of kilometres; what is within a millimetre of the centre it takes for the centre.
/// </remarks>
public sealed class GeographyTests
{
    private const double AMetre = 1 / 111_320.0;

    private const double FiveMetres = 5 * AMetre;

    private static readonly Gen<LonLat> Centre = Gen.OneOf(
        new LonLat(119.1, 36.7), new LonLat(13.4, 52.5), new LonLat(-70.6, -33.4), new LonLat(36.8, 0), new LonLat(18.9, 69.6));

    private static readonly Gen<Coordinate> Step =
        Gen.Select(Gen.Double[-0.02, 0.02], Gen.Double[-0.015, 0.015], static (x, y) => new Coordinate(x, y));

    private static readonly Gen<(Geometry Shape, LonLat From)> Case =
        from centre in Centre
        from form in Gen.Int[0, 2]
        from steps in Step.Array[3, 6]
        from off in Step
        let vertices = steps.Select(s => new Coordinate(centre.Lon + s.X, centre.Lat + s.Y)).ToArray()
        select (Shapes.ToLattice(ShapeOf(form, vertices)), new LonLat(centre.Lon + off.X, centre.Lat + off.Y));

    [Fact]
    public Task Distances_to_points_lines_and_polygons_are_those_of_geographies_to_a_centimetre() =>
        CompareAsync(
            Case.Where(static c => AMetreApart([.. VerticesOf(c.Shape), new(c.From.Lon, c.From.Lat)])),
            """
            select least(
              st_distance(shape::geography, place),
              (select min(st_distance(vertex.geom::geography, place)) from st_dumppoints(shape) as vertex))
            from (select st_segmentize(st_geomfromwkb($1, 4326), $2) as shape,
              st_setsrid(st_point($3, $4), 4326)::geography as place) as asked
            """,
            0.01);

    [Fact]
    public Task Distances_at_any_scale_are_those_of_the_azimuthal_projection_about_the_place_to_two_millimetres() =>
        CompareAsync(
            Case,
            """
            select st_distance(st_transform(st_segmentize(st_geomfromwkb($1, 4326), $2), about), 'point(0 0)'::geometry)
            from (select format('+proj=aeqd +datum=WGS84 +lon_0=%s +lat_0=%s', $3, $4) as about) as asked
            """,
            0.002);

    private static async Task CompareAsync(Gen<(Geometry Shape, LonLat From)> cases, string theirs, double tolerance)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var database = await PostGisCluster.CreateDatabaseAsync(cancellation);
        try
        {
            await PostGisCluster.ExecuteAsync(database, "create extension postgis", cancellation);
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
            await using var connection = await source.OpenConnectionAsync(cancellation);
            cases.Sample(
                c => Assert.Equal(Theirs(connection, theirs, c.Shape, c.From), Ours(c.Shape, c.From), tolerance),
                iter: 400, threads: 1);
        }
        finally
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    // In degrees: three metres of latitude, which are one of longitude at the northernmost of the centres.
    private static bool AMetreApart(Coordinate[] places) =>
        places.SelectMany((a, i) => places.Skip(i + 1).Select(a.Distance)).All(static apart => apart > 3 * AMetre);

    private static IEnumerable<Coordinate> VerticesOf(Geometry shape) =>
        shape is Polygon ? shape.Coordinates.SkipLast(1) : shape.Coordinates;

    private static Geometry ShapeOf(int form, Coordinate[] vertices) => form switch
    {
        0 => new Point(vertices[0]),
        1 => new LineString(vertices),
        _ => new Polygon(new LinearRing([.. vertices[..3], vertices[0].Copy()])),
    };

    private static double Ours(Geometry shape, LonLat from) =>
        ResourceDistance.Metres(from, new Resource { Id = 1, SourceKey = new("t", "1"), Kind = "park", Shape = shape });

    private static double Theirs(NpgsqlConnection connection, string sql, Geometry shape, LonLat from)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (object value in (object[])[new WKBWriter().Write(shape), FiveMetres, from.Lon, from.Lat])
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (double)command.ExecuteScalar()!;
    }
}
