using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Data;

/// <summary>The tessellations that are measured: one that is made, real ones where they are, or one that is named.</summary>
internal static class GridSets
{
    // Beside a developer's clone, as for the tests: data made by others, which the project holds no copy of.
    private static readonly string[] RealFiles =
        ["berlin-lor/lor.geojson", "seoul/seoul_submunicipalities.shp"];

    /// <summary>The set that the goals are stated on.</summary>
    public static NamedGrids Synthetic() => new("synthetic", Tessellation.Standard(), SkewedPoints: false);

    /// <summary>As many squares as a province has grids: what must not depend on the size is measured on them.</summary>
    /// <param name="side">How many there are in a row, and rows.</param>
    public static NamedGrids Squares(int side)
    {
        const double Step = 0.004;
        var squares = new Geometry[side * side];
        for (var i = 0; i < squares.Length; i++)
        {
            var (x, y) = (i % side, i / side);
            squares[i] = new Polygon(new LinearRing([At(x, y), At(x + 1, y), At(x + 1, y + 1), At(x, y + 1), At(x, y)]));
        }

        return new NamedGrids("large", squares, SkewedPoints: false);

        static Coordinate At(int x, int y) => new(Math.Round(100 + (x * Step), 9), Math.Round(20 + (y * Step), 9));
    }

    /// <summary>Berlin and Seoul, with points that crowd where vertices do; those that are there.</summary>
    public static IEnumerable<NamedGrids> Real() =>
        from file in RealFiles
        let path = FindShared(file)
        where path is not null
        select Read(path);

    /// <summary>The polygons of a file in longitude and latitude.</summary>
    public static NamedGrids Read(string path)
    {
        using var source = SourceFile.Open(new SourceOptions(path));
        var polygons = source.ReadRows().Select(r => r.Shape).OfType<Geometry>().Where(s => s is IPolygonal).ToArray();
        return new NamedGrids(Path.GetFileNameWithoutExtension(path), polygons, SkewedPoints: true);
    }

    /// <summary>The path of a file beside the clone, or null.</summary>
    public static string? FindShared(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "geodata", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
