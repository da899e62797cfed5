using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using GridMap.Core.Resources;
using GridMap.Server.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests;

/// <summary>A server of its own, since the tests write to its store.</summary>
public sealed class OccupancyTests(TownServer town) : IClassFixture<TownServer>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_count_is_shown_by_nearest_with_its_age_makes_no_revision_and_survives_a_restart()
    {
        Assert.Contains("\"occupancy\":null", await NearestAsync());
        var answer = await PutAsync("sample%2F30", $"{{\"occupied\":27,\"at\":\"{Text(Now)}\"}}");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("\"id\":\"sample/30\",\"capacity\":40", await answer.Content.ReadAsStringAsync());

        Assert.Contains("\"occupied\":27,\"free\":13", await NearestAsync());
        Assert.Contains("\"live\":true", await NearestAsync());
        Assert.Contains("\"state\":\"2@", await town.Client.GetStringAsync("/health"));

        await town.RestartAsync();
        Assert.Contains("\"occupied\":27,\"free\":13", await NearestAsync());
    }

    [Fact]
    public async Task A_count_older_than_fifteen_minutes_is_not_live()
    {
        await PutAsync("sample/31", $"{{\"occupied\":5,\"at\":\"{Text(Now.AddMinutes(-16))}\"}}");
        var answer = await town.Client.GetStringAsync("/nearest?kind=parking&lon=119.092&lat=36.7&limit=1");
        Assert.Contains("\"occupied\":5,\"free\":7", answer);
        Assert.Contains("\"live\":false", answer);
    }

    [Fact]
    public async Task Another_instant_than_now_has_no_live_occupancy()
    {
        await PutAsync("sample/32", $"{{\"occupied\":5,\"at\":\"{Text(Now)}\"}}");
        const string Nearest = "/nearest?kind=grid_station&lon=119.1&lat=36.7&limit=1";
        Assert.Contains("\"occupied\":", await town.Client.GetStringAsync(Nearest));
        Assert.Contains("\"occupancy\":null", await town.Client.GetStringAsync($"{Nearest}&at=2026-02-01"));
    }

    [Fact]
    public async Task An_older_count_than_the_last_is_in_conflict_and_the_same_again_is_not()
    {
        await PutAsync("sample/32", $"{{\"occupied\":5,\"at\":\"{Text(Now)}\"}}");
        Assert.Equal(200, (int)(await PutAsync("sample/32", $"{{\"occupied\":5,\"at\":\"{Text(Now)}\"}}")).StatusCode);

        var older = await PutAsync("sample/32", $"{{\"occupied\":6,\"at\":\"{Text(Now.AddMinutes(-1))}\"}}");
        Assert.Equal((409, "application/problem+json"), ((int)older.StatusCode, older.Content.Headers.ContentType!.MediaType));
        Assert.Contains("before the last count of sample/32", await older.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_count_that_another_server_received_is_shown_soon()
    {
        await using (var store = await town.OpenAsync())
        {
            await store.PutOccupancyAsync(new Occupancy(32, 77, Now));
        }

        var deadline = Stopwatch.StartNew();
        while (!(await town.Client.GetStringAsync("/nearest?kind=grid_station&lon=119.1&lat=36.7")).Contains("\"occupied\":77"))
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(20), "The server did not take on the count.");
            await Task.Delay(50);
        }
    }

    [Theory]
    [InlineData(null, 15)]
    [InlineData("2.5", 2.5)]
    public void The_age_from_which_a_count_is_not_live_is_a_setting(string? setting, double minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes), StartUp.OccupancyLiveFor(Settings(setting)));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("1441")]
    public void A_setting_that_is_no_such_age_stops_the_start(string setting) => Assert.StartsWith(
        $"GRIDMAP_OCCUPANCY_MINUTES='{setting}' must be minutes",
        Assert.Throws<StartUpException>(() => StartUp.OccupancyLiveFor(Settings(setting))).Message);

    [Theory]
    [InlineData("sample/31", "{\"occupied\":13,\"at\":\"2026-01-01T00:00:00+08:00\"}", 400, "more than the capacity of sample/31, 12")]
    [InlineData("sample/31", "{\"occupied\":-1,\"at\":\"2026-01-01\"}", 400, "occupied: '-1' is not accepted")]
    [InlineData("sample/31", "{\"occupied\":1.5,\"at\":\"2026-01-01\"}", 400, "occupied: '1.5' is not accepted")]
    [InlineData("sample/31", "{\"at\":\"2026-01-01\"}", 400, "occupied: It is missing")]
    [InlineData("sample/31", "{\"occupied\":1}", 400, "at: It is missing")]
    [InlineData("sample/31", "{\"occupied\":1,\"at\":\"yesterday\"}", 400, "at: 'yesterday' is not accepted. Accepted: an RFC 3339 time")]
    [InlineData("sample/31", "{\"occupied\":1,\"at\":\"2100-01-01\"}", 400, "is in the future")]
    [InlineData("sample/31", "{\"occupied\":1,\"at\":\"2026-01-01\",\"colour\":1}", 400, "colour: There is no such parameter")]
    [InlineData("sample/31", "{\"occupied\":", 400, "not JSON")]
    [InlineData("sample/31", "[]", 400, "one JSON object")]
    [InlineData("sample/99", "{\"occupied\":1,\"at\":\"2026-01-01\"}", 404, "no resource 'sample/99'")]
    [InlineData("31", "{\"occupied\":1,\"at\":\"2026-01-01\"}", 404, "no resource '31'")]
    public async Task A_bad_count_is_a_problem_that_says_what_was_wrong(string id, string body, int status, string says)
    {
        var answer = await PutAsync(id, body);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(says, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void The_route_is_for_feeds()
    {
        var routes = town.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.EndsWith("/occupancy", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, routes.Count);
        Assert.All(routes, r => Assert.Equal(Role.Feed, r.Metadata.GetMetadata<RouteAccess>()!.Role));
    }

    private static IConfiguration Settings(string? minutes) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("GRIDMAP_OCCUPANCY_MINUTES", minutes)]).Build();

    private Task<string> NearestAsync() =>
        town.Client.GetStringAsync("/nearest?kind=parking&lon=119.104&lat=36.7&limit=1");

    private Task<HttpResponseMessage> PutAsync(string id, string body) => town.Client.PutAsync(
        $"/resources/{id}/occupancy",
        new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")));

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
