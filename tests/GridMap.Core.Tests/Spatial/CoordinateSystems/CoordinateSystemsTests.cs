using GridMap.Core.Spatial;
using GridMap.Core.Spatial.CoordinateSystems;
using GridMap.Core.Spatial.Distances;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Spatial.CoordinateSystems;

using CoordinateSystems = Core.Spatial.CoordinateSystems.CoordinateSystems;

public class CoordinateSystemsTests
{
    private const string Cgcs2000 = """
        GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],
        PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
        """;

    private const string GaussKrugerPrj = $"""
        PROJCS["CGCS2000_3_Degree_GK_CM_120E",{Cgcs2000},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],
        PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],
        PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """;

    [Theory]
    [InlineData("EPSG:4326", "EPSG:4326")]
    [InlineData(" epsg:4490 ", "EPSG:4490")]
    [InlineData("4549", "EPSG:4549")]
    [InlineData("CRS84", "CRS84")]
    [InlineData("OGC:CRS84", "CRS84")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "CRS84")]
    [InlineData("urn:ogc:def:crs:EPSG::25833", "EPSG:25833")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "CRS84")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3857", "EPSG:3857")]
    [InlineData("GCJ02", "GCJ02")]
    [InlineData("bd09", "BD09")]
    [InlineData("gk:117,39500000", "gk:117,39500000")]
    public void A_name_is_understood(string text, string id) => Assert.Equal(id, CoordinateSystems.Parse(text).Id);

    [Theory]
    [InlineData("", "No coordinate system was named")]
    [InlineData("Mars", "'Mars' is not a coordinate system: accepted are EPSG:n")]
    [InlineData("EPSG:99999", "give the text of its .prj file")]
    [InlineData("EPSG:4610", "Xi'an 80 needs transformation parameters")]
    [InlineData("2383", "Xi'an 80 needs transformation parameters")]
    [InlineData("EPSG:2437", "Beijing 54 needs transformation parameters")]
    [InlineData("gk:east", "must be gk:<central meridian>")]
    [InlineData("gk:1,2,3,4", "must be gk:<central meridian>")]
    [InlineData("gk:200", "must be from -180 to 180")]
    [InlineData("PROJCS[\"broken", "is not understood")]
    [InlineData("PROJCRS[\"x\"]", "WKT 2: give WKT 1")]
    [InlineData("GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\"]]", "Xi'an 80 needs transformation parameters")]
    [InlineData("GEOGCS[\"GCS_Beijing_1954\",DATUM[\"D_Beijing_1954\"]]", "Beijing 54 needs transformation parameters")]
    public void A_name_is_refused_with_the_cure(string text, string message)
    {
        Assert.False(CoordinateSystems.TryParse(text, out _, out var error));
        Assert.Contains(message, error);
    }

    [Theory]
    [InlineData("CRS84", 190, 10, "Longitude must be from -180 to 180")]
    [InlineData("CRS84", 36.7, 119.1, "swapped: give longitude first")]
    [InlineData("CRS84", 170, 119.1, "Latitude must be from -90 to 90")]
    [InlineData("CRS84", double.NaN, 1, "must be finite")]
    [InlineData("EPSG:4549", 1, double.PositiveInfinity, "must be finite")]
    [InlineData("CRS84", 419574.9, 4063596, "name the projected coordinate system")]
    [InlineData("EPSG:4549", 4063596, 419574.9, "X is north")]
    [InlineData("EPSG:4549", 40419574.9, 4063596, "carries the zone prefix 40: name the system with prefix")]
    [InlineData("EPSG:4528", 419574.9, 4063596, "lacks the zone prefix 40")]
    [InlineData("EPSG:4528", 39419574.9, 4063596, "the system has 40: name the system of zone 39")]
    [InlineData("EPSG:4549", 4063596, 40419574.9, "swapped, and the zone prefix differs")]
    [InlineData("EPSG:4549", 119.1, 99999999, "check the coordinate system")]
    [InlineData("EPSG:3857", 99999999, 0, "check the coordinate system")]
    [InlineData("GCJ02", 36.7, 119.1, "swapped")]
    public void A_pair_is_refused_with_the_cure(string system, double x, double y, string message) =>
        Assert.Contains(message, CoordinateSystems.Parse(system).ToLonLat(x, y).Error);

    [Fact]
    public void A_prj_text_with_Gauss_Kruger_is_the_same_as_its_EPSG_code()
    {
        var expected = CoordinateSystems.Parse("EPSG:4549").FromLonLat(new(119.1, 36.7));
        Assert.Equal(expected, CoordinateSystems.Parse(GaussKrugerPrj).FromLonLat(new(119.1, 36.7)));
        Assert.Equal(expected, CoordinateSystems.Parse("gk:120").FromLonLat(new(119.1, 36.7)));
    }

    [Fact]
    public void A_prj_text_of_another_projection_is_read_by_ProjNet()
    {
        // gdaltransform -s_srs EPSG:4490 -t_srs '+proj=lcc +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80'; ProjNet differs by 4 mm
        var system = CoordinateSystems.Parse($"""
            PROJCS["China_Lambert",{Cgcs2000},PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["false_easting",0.0],
            PARAMETER["false_northing",0.0],PARAMETER["central_meridian",105.0],PARAMETER["standard_parallel_1",25.0],
            PARAMETER["standard_parallel_2",47.0],PARAMETER["latitude_of_origin",0.0],UNIT["Meter",1.0]]
            """);
        var (x, y) = system.FromLonLat(new(119.1, 36.7));
        Assert.Equal(1232549.49994627, x, 0.01);
        Assert.Equal(4338293.45550559, y, 0.01);
        Assert.Equal(0, Geodesic.Distance(new(119.1, 36.7), system.ToLonLat(x, y).Position), 0.01);
    }

    [Fact]
    public void A_shape_comes_back_in_degrees_on_the_lattice()
    {
        var (shape, error) = CoordinateSystems.Parse("EPSG:4549").ToLonLat(
            new WKTReader().Read("LINESTRING Z (419574.913 4063596.037 5, 500000 0 6)"));
        Assert.Null(error);
        Assert.Equal("LINESTRING (119.1 36.7, 120 0)", Rounded(shape!));
    }

    [Fact]
    public void A_shape_with_a_bad_coordinate_is_refused_by_the_first()
    {
        var (shape, error) = CoordinateSystem.Wgs84.ToLonLat(new WKTReader().Read("LINESTRING (1 2, 36 119, 190 1)"));
        Assert.Null(shape);
        Assert.StartsWith("Coordinate 2: Longitude and latitude look swapped", error);
    }

    [Theory]
    [InlineData("GCJ02")]
    [InlineData("BD09")]
    public void Chinas_offset_is_undone_to_below_a_lattice_step(string name)
    {
        var system = CoordinateSystems.Parse(name);
        for (var i = 0; i < 2000; i++)
        {
            var place = new LonLat(74 + (i % 50 * 1.2), 3 + (i / 50 * 1.2));
            var (x, y) = system.FromLonLat(place);
            var back = system.ToLonLat(x, y).Position;
            Assert.Equal(place.Lon, back.Lon, 1e-9);
            Assert.Equal(place.Lat, back.Lat, 1e-9);
        }
    }

    [Fact]
    public void Chinas_offset_is_some_hundred_metres_within_and_none_outside()
    {
        var system = CoordinateSystems.Parse("GCJ02");
        var (x, y) = system.FromLonLat(new(116.404, 39.915));
        Assert.InRange(Geodesic.Distance(new(116.404, 39.915), new(x, y)), 500, 600);
        Assert.Equal((13.4, 52.5), system.FromLonLat(new(13.4, 52.5)));
    }

    private static string Rounded(NetTopologySuite.Geometries.Geometry shape)
    {
        foreach (var at in shape.Coordinates)
        {
            (at.X, at.Y) = (Math.Round(at.X, 7), Math.Round(at.Y, 7));
        }

        return shape.AsText();
    }
}
