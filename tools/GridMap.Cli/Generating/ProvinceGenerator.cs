using System.Globalization;
using System.Text;
using GridMap.Cli.Generating.Files;

namespace GridMap.Cli.Generating;

/// <summary>Writes a fictional province, of whatever size, as files that the import commands read, in bounded memory.</summary>
public static class ProvinceGenerator
{
    /// <summary>The name of this size for <c>--like</c>.</summary>
    public const string Name = "province";

    /// <summary>The most grids.</summary>
    public const int MostGrids = 1_000_000;

    /// <summary>The most resources.</summary>
    public const int MostResources = 10_000_000;

    // A community is four by four grids, a street four by four communities, a district four by four streets.
    private const int Side = 4;
    private const int DistrictSide = Side * Side * Side;

    private static readonly string[] Kinds =
        ["parking", "pocket_park", "toilet", "canteen", "charging_shed", "recycling_machine", "shared_space", "service_centre"];

    /// <summary>
    /// Writes grids, resources of eight kinds, the vocabulary and <c>import.json</c> into a folder, which is made when it is
    /// not there. The same seed and counts give the same bytes on every machine.
    /// </summary>
    /// <param name="seed">Any number.</param>
    /// <param name="grids">Grids, 1 to <see cref="MostGrids"/>; each has 80 vertices.</param>
    /// <param name="resources">Resources, 0 to <see cref="MostResources"/>.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The names of the files, in ordinal order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of range.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(int seed, int grids, int resources, string folder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grids, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(grids, MostGrids);
        ArgumentOutOfRangeException.ThrowIfNegative(resources);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resources, MostResources);
        var target = Directory.CreateDirectory(folder).FullName;
        var province = new Province(seed, grids);
        VocabularyFile.Write(target);
        WriteGrids(province, target);
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            WriteResources(province, new SplitMix((ulong)seed).Fork(Kinds[kind]), kind, resources, target);
        }

        WriteImports(target);
        return [.. Kinds.Select(FileOf).Append("grids.geojson").Append("import.json").Append("vocabulary.json")
            .Order(StringComparer.Ordinal)];
    }

    private static string FileOf(string kind) => $"{kind}.csv";

    private static StreamWriter Open(string folder, string file) =>
        new(Path.Combine(folder, file), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    private static void WriteGrids(Province province, string folder)
    {
        using var file = Open(folder, "grids.geojson");
        file.Write("{\"type\":\"FeatureCollection\",\"features\":[");
        var text = new StringBuilder();
        foreach (var (column, row, ring) in province.Grids())
        {
            text.Clear().Append(column + row == 0 ? "\n" : ",\n");
            AppendGrid(text, column, row);
            for (var i = 0; i < ring.Length; i++)
            {
                text.Append(i == 0 ? "[" : ",[");
                AppendDegrees(text, ring[i].X);
                text.Append(',');
                AppendDegrees(text, ring[i].Y);
                text.Append(']');
            }

            file.Write(text.Append("]]}}"));
        }

        file.Write("\n]}\n");
    }

    private static void AppendGrid(StringBuilder text, int column, int row)
    {
        const int ColumnsOfDistricts = 64;
        var district = (row / DistrictSide * ColumnsOfDistricts) + (column / DistrictSide);
        var (street, community, grid) = (Part(Side * Side), Part(Side), Part(1));
        text.Append(
            CultureInfo.InvariantCulture,
            $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{990000 + district:D6}{street:D3}{community:D3}{grid:D3}\","
            + $"\"name\":\"第{grid}网格\",\"district\":\"虚构{district + 1}区\",\"street\":\"第{street}街道\","
            + $"\"community\":\"第{community}社区\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[");

        // Which of four by four it is, 1 to 16, where each is so many grids wide.
        int Part(int width) => (row / width % Side * Side) + (column / width % Side) + 1;
    }

    private static void AppendDegrees(StringBuilder text, long units) => text.Append(
        CultureInfo.InvariantCulture, $"{units / Province.UnitsPerDegree}.{units % Province.UnitsPerDegree:D7}");

    private static void WriteResources(Province province, SplitMix random, int kind, int count, string folder)
    {
        using var file = Open(folder, FileOf(Kinds[kind]));
        file.WriteLine("id,name,lon,lat,capacity");
        var text = new StringBuilder();
        for (var number = kind; number < count; number += Kinds.Length)
        {
            var (x, y) = province.Place(random);
            text.Clear().Append(CultureInfo.InvariantCulture, $"{number},虚构{number},");
            AppendDegrees(text, x);
            text.Append(',');
            AppendDegrees(text, y);
            file.WriteLine(text.Append(CultureInfo.InvariantCulture, $",{random.Below(200) + 1}"));
        }
    }

    private static void WriteImports(string folder)
    {
        List<object> imports =
        [
            new { Import = "vocabulary", File = "vocabulary.json", Note = "虚构数据 / fictional data" },
            new
            {
                Import = "grids",
                File = "grids.geojson",
                Code = "code",
                Name = "name",
                Prefix = (int[])[6, 9, 12, 15],
                Level = (string[])["district", "street", "community", "grid"],
                ParentNames = (string[])["district", "street", "community"],
                Partition = "governance",
                Tiling = "complete",
            },
            .. Kinds.Select(kind => new
            {
                Import = "resources", Kind = kind, File = FileOf(kind), Id = "id", Name = "name", Lon = "lon", Lat = "lat", Capacity = "capacity",
            }),
        ];
        JsonFile.Write(Path.Combine(folder, "import.json"), imports);
    }
}
