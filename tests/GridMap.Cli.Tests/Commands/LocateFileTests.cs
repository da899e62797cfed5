using System.Globalization;
using GridMap.Core;
using GridMap.Core.Locating;
using GridMap.Data.Stores;

namespace GridMap.Cli.Tests.Commands;

/// <summary>The rows of a file, in a store of two squares, a in the west and b in the east, and a few addresses.</summary>
public sealed class LocateFileTests : IAsyncLifetime
{
    private const string Results =
        "result_status,result_grid,result_path,result_border_m,result_address,result_score,result_score_next,result_reason";

    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-rows-").FullName;

    private string Store => Path.Combine(folder, "store.gpkg");

    public async ValueTask InitializeAsync()
    {
        const string Squares =
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
            {"type":"Feature","properties":{"code":"b"},"geometry":{"type":"Polygon","coordinates":[[[1,0],[2,0],[2,1],[1,1],[1,0]]]}}]}
            """;
        const string Addresses = "id,text,lon,lat\n1,幸福路1号,0.5,0.5\n2,幸福路3号,1.5,0.5\n3,光明路3号,1.6,0.5\n";
        await Cli.DoAsync("import", "grids", Write("g.geojson", Squares), "--code", "code", "--store", Store);
        await Cli.DoAsync(
            "import", "addresses", Write("a.csv", Addresses), "--text", "{text}", "--id", "id", "--lon", "lon", "--lat", "lat",
            "--store", Store);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Rows_with_coordinates_come_back_with_their_grids()
    {
        var rows = Write("rows.csv", "id;x;lat\r\n7;0.5;0.999999999\r\n8;5;0.5\r\n");
        await Cli.DoAsync("locate", "--file", rows, "--out", Out, "--lon-column", "x", "--store", Store);
        Assert.Equal(
            $"id;x;lat;{Results.Replace(',', ';')}\r\n7;0.5;0.999999999;ok;a;a;0;;;;\r\n8;5;0.5;not_found;;;;;;;\r\n",
            await File.ReadAllTextAsync(Out));
    }

    [Fact]
    public async Task Rows_with_addresses_have_the_single_answer()
    {
        string[] asked = ["幸福路3号", "幸福路1号", "3号", "月亮路9号", ""];
        var rows = Write("rows.csv", "address\n" + string.Join('\n', asked.Select(a => $"\"{a}\"")));
        await Cli.DoAsync("locate", "--file", rows, "--out", Out, "--address-column", "address", "--store", Store);
        var answers = (await File.ReadAllLinesAsync(Out))[1..];
        await using var store = await MapStores.OpenAsync(Store, StoreAccess.Reader, TimeProvider.System);
        var map = CityMap.Build(await store.LoadAsync(new DateOnly(2026, 11, 22)));
        Assert.Equal(asked.SkipLast(1).Select(a => Single(map, a)), answers.SkipLast(1));
        Assert.StartsWith("\"幸福路3号\",ok,b,b,", answers[0]);
        Assert.StartsWith("\"幸福路1号\",ok,a,a,", answers[1]);
        Assert.StartsWith("\"月亮路9号\",not_found,", answers[3]);
        Assert.Equal("\"\",bad_row,,,,,,,address: It is empty.", answers[4]);
    }

    [Theory]
    [InlineData("--lon-column east", "gridmap: There is no column 'east'. The header has: lon, lat.")]
    [InlineData("--address-column address", "gridmap: There is no column 'address'. The header has: lon, lat.")]
    [InlineData("--partition moon", "gridmap: --partition 'moon' is not in the store. There are: ")]
    [InlineData("--accuracy -1", "gridmap: --accuracy -1 is out of range: 0 to 100000 metres.")]
    [InlineData("--lon 1", "gridmap: --lon and --file exclude each other")]
    [InlineData("--crs moon", "gridmap: ")]
    public async Task What_cannot_be_begun_is_one_line(string options, string message)
    {
        var rows = Write("rows.csv", "lon,lat\n1,1\n");
        var result = await Cli.RunAsync(["locate", "--file", rows, "--out", Out, .. options.Split(' '), "--store", Store]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.Error);
        Assert.False(File.Exists(Out));
    }

    private string Out => Path.Combine(folder, "out.csv");

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Single(CityMap map, string address)
    {
        var candidates = map.Locate(new AddressQuery { Text = address, At = Cli.Now }).Candidates;
        if (candidates.Count == 0)
        {
            return $"\"{address}\",not_found,,,,,,,";
        }

        var (hit, result) = (candidates[0].Hit, candidates[0].Results[0]);
        var next = candidates.Count > 1 ? candidates[1].Hit.Score : double.NaN;
        return string.Create(CultureInfo.InvariantCulture, $"\"{address}\",{Status()},{result.Grid?.Code},"
            + $"{string.Join('/', result.Path.Select(g => g.Code))},{Math.Round(result.Border!.DistanceMetres, 2)},{hit.Text},"
            + $"{hit.Score},{(double.IsNaN(next) ? "" : next)},");

        string Status() => next >= 0.9 * hit.Score ? "ambiguous" : result.Certainty == Certainty.Sure ? "ok" : "near_border";
    }
}
