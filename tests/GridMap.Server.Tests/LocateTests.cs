using System.Net;
using System.Net.Http.Json;

namespace GridMap.Server.Tests;

public sealed class LocateTests(TownServer town) : IClassFixture<TownServer>
{
    private const string Then = "at=2026-02-01T12:00";

    [Fact]
    public async Task A_point_inside_answers_grid_path_border_duties_and_stations() => Golden.Match(
        "locate-inside.json",
        await town.GetAsync($"/locate?lon=119.0999&lat=36.7&include=duties,stations&{Then}"));

    [Fact]
    public async Task A_point_outside_answers_the_nearest_grid() =>
        Golden.Match("locate-outside.json", await town.GetAsync($"/locate?lon=119.12&lat=36.7&{Then}"));

    [Fact]
    public async Task An_accuracy_that_reaches_over_the_border_asks_to_check() => Golden.Match(
        "locate-accuracy.json",
        await town.GetAsync($"/locate?lon=119.0999&lat=36.7&accuracy=30&partition=governance&{Then}"));

    [Fact]
    public async Task A_post_answers_what_a_get_answers()
    {
        var got = await town.Client.GetStringAsync($"/locate?lon=119.0999&lat=36.7&include=stations&{Then}");
        var json = await town.Client.PostAsJsonAsync(
            "/locate", new { lon = 119.0999, lat = 36.7, include = (string[])["stations"], at = "2026-02-01T12:00" });
        var form = await town.Client.PostAsync("/locate", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["lon"] = "119.0999",
            ["lat"] = "36.7",
            ["include"] = "stations",
            ["at"] = "2026-02-01T12:00",
        }));
        Assert.Equal(got, await json.Content.ReadAsStringAsync());
        Assert.Equal(got, await form.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("at=2026-02-01", "2@2026-02-01", "第1网格")]
    [InlineData("at=2026-03-01", "2@2026-03-01", "西苑网格")]
    [InlineData("at=2026-02-28T23:59:59", "2@2026-02-28", "第1网格")]
    [InlineData("at=2026-02-28T16:00:00Z", "2@2026-03-01", "西苑网格")]
    [InlineData("at=2026-04-01&asof=1", "1@2026-04-01", "第1网格")]
    public async Task The_state_is_that_of_the_date_in_the_deployments_zone(string time, string state, string name)
    {
        var answer = await town.Client.GetStringAsync($"/locate?lon=119.095&lat=36.7&partition=governance&{time}");
        Assert.Contains($"\"state\":\"{state}\"", answer);
        Assert.Contains(name, answer);
    }

    [Theory]
    [InlineData("lon=119.105&lat=36.7&crs=EPSG:4490")]
    [InlineData("lon=420021.5&lat=4063592.7&crs=EPSG:4549")]
    [InlineData("lon=119.1105&lat=36.7005&crs=GCJ02")]
    public async Task Coordinates_come_in_other_systems(string point) =>
        Assert.Contains(
            $"\"grid\":{{\"code\":\"{Town.EastCode}\"",
            await town.Client.GetStringAsync($"/locate?{point}&partition=governance&{Then}"));

    [Fact]
    public async Task A_client_that_has_the_state_gets_304()
    {
        const string Url = $"/locate?lon=119.095&lat=36.7&{Then}";
        var first = await town.Client.GetAsync(Url);
        var again = new HttpRequestMessage(HttpMethod.Get, Url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await town.Client.SendAsync(again);
        Assert.Equal("\"2@2026-02-01\"", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Duties_are_not_to_be_kept_by_anybody()
    {
        var answer = await town.Client.GetAsync($"/locate?lon=119.095&lat=36.7&include=duties&{Then}");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
    }
}
