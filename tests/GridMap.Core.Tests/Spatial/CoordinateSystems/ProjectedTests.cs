using System.Diagnostics;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using GridMap.Core.Tests.Architecture;

namespace GridMap.Core.Tests.Spatial.CoordinateSystems;

using CoordinateSystems = Core.Spatial.CoordinateSystems.CoordinateSystems;

public class ProjectedTests
{
    private const double Millimetre = 0.001;

    [Fact]
    public void Projected_coordinates_are_those_of_PROJ() => Assert.All(Table().DefaultIfEmpty(), row =>
    {
        var (x, y) = CoordinateSystems.Parse($"EPSG:{row.Code}").FromLonLat(row.Position);
        Assert.Equal(row.X, x, Millimetre / 100);
        Assert.Equal(row.Y, y, Millimetre / 100);
    });

    [Fact]
    public void Projected_coordinates_lead_back_to_the_position() => Assert.All(Table().DefaultIfEmpty(), row =>
    {
        var (position, error) = CoordinateSystems.Parse($"EPSG:{row.Code}").ToLonLat(row.X, row.Y);
        Assert.Null(error);
        Assert.Equal(0, Geodesic.Distance(row.Position, position), Millimetre / 100);
    });

    [Fact]
    public void EPSG_4549_of_119_1_E_36_7_N_is_the_fixture()
    {
        var system = CoordinateSystems.Parse("EPSG:4549");
        var (x, y) = system.FromLonLat(new(119.1, 36.7));
        Assert.Equal(419574.913, x, Millimetre);
        Assert.Equal(4063596.037, y, Millimetre);
        Assert.Equal(0, Geodesic.Distance(new(119.1, 36.7), system.ToLonLat(419574.913, 4063596.037).Position), Millimetre);
    }

    [Fact]
    public void Projected_coordinates_are_those_that_gdaltransform_gives_now()
    {
        var program = FindProgram("gdaltransform");
        if (program is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("gdaltransform is not installed: apt-get install gdal-bin");
        }

        Assert.NotNull(program);
        foreach (var (code, meridian) in new[] { (4549, 120), (4528, 120), (4513, 75) })
        {
            var places = Enumerable.Range(0, 200).Select(i => new LonLat(meridian - 2 + (i * 0.02), 18 + (i * 0.17))).ToList();
            var theirs = Transform(program, code, places);
            var system = CoordinateSystems.Parse($"EPSG:{code}");
            Assert.All(places.Zip(theirs), pair =>
            {
                var (x, y) = system.FromLonLat(pair.First);
                Assert.Equal(pair.Second[0], x, Millimetre / 10);
                Assert.Equal(pair.Second[1], y, Millimetre / 10);
            });
        }
    }

    private static string? FindProgram(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static List<double[]> Transform(string program, int code, IEnumerable<LonLat> places)
    {
        var start = new ProcessStartInfo(program, $"-s_srs EPSG:4490 -t_srs EPSG:{code} -output_xy")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        foreach (var place in places)
        {
            process.StandardInput.WriteLine($"{place.Lon:R} {place.Lat:R}");
        }

        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Array.ConvertAll(line.Split(' '), double.Parse))];
    }

    private static IEnumerable<(int Code, LonLat Position, double X, double Y)> Table() =>
        from line in File.ReadLines(
            Path.Combine(SourceTree.Root, "tests/GridMap.Core.Tests/Spatial/CoordinateSystems/projected.txt"))
        where !line.StartsWith('#')
        let n = Array.ConvertAll(line.Split(' '), double.Parse)
        select ((int)n[0], new LonLat(n[1], n[2]), n[3], n[4]);
}
