using System.Net;
using System.Net.Http.Json;

namespace GridMap.Server.Tests;

/// <summary>/locate by address, and /addresses.</summary>
public sealed class AddressTests(TownServer town) : IClassFixture<TownServer>
{
    private const string Home = "北庭社区柳荫路12号锦绣花园3号楼2单元501室";

    [Fact]
    public async Task An_address_answers_candidates_with_what_matched_and_their_grids() => Golden.Match(
        "locate-address.json",
        await TownServer.TextOf(await PostAsync(new { address = "柳荫路12号锦绣花园3号楼501室", partition = "governance", at = "2026-02-01T12:00" })));

    [Fact]
    public async Task A_get_answers_what_a_post_answers()
    {
        var posted = await PostAsync(new { address = "柳荫路12号", include = (string[])["duties", "stations"], at = "2026-02-01T12:00" });
        Assert.Equal(
            await posted.Content.ReadAsStringAsync(),
            await town.Client.GetStringAsync("/locate?address=%E6%9F%B3%E8%8D%AB%E8%B7%AF12%E5%8F%B7&include=duties,stations&at=2026-02-01T12:00"));
    }

    [Fact]
    public async Task An_address_is_kept_by_nobody_and_is_in_no_log()
    {
        var answer = await PostAsync(new { address = Home });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await town.Client.GetAsync($"/locate?address={Uri.EscapeDataString(Home)}");
        await town.Client.GetAsync($"/addresses?q={Uri.EscapeDataString(Home)}");
        await PostAsync(new { address = Home + "\u0001" });
        lock (town.Log)
        {
            Assert.Contains(town.Log, static line => line.Contains("/locate"));
            Assert.DoesNotContain(town.Log, static line =>
                line.Contains("柳荫") || line.Contains("锦绣") || line.Contains(Uri.EscapeDataString("柳荫")) || line.Contains("501"));
        }
    }

    [Theory]
    [InlineData("control", "柳荫路\u000012号")]
    [InlineData("punctuation", "，。！？")]
    public async Task Bad_input_gets_a_problem_document(string name, string address) =>
        Golden.Match($"problem-address-{name}.json", await TownServer.TextOf(await PostAsync(new { address })));

    [Fact]
    public async Task Ten_thousand_characters_are_refused_with_the_limit()
    {
        var answer = await PostAsync(new { address = new string('路', 10_000) });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("at most 200", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("北京市朝阳区建国路1号")]
    public async Task What_fits_nothing_here_has_no_candidates(string address) =>
        Assert.Contains("\"candidates\":[]", await (await PostAsync(new { address })).Content.ReadAsStringAsync());

    [Fact]
    public async Task A_point_and_an_address_at_once_are_refused()
    {
        var answer = await PostAsync(new { address = "柳荫路12号", lon = 119.1, lat = 36.7 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Give either a point or an address.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_empty_address_is_no_address()
    {
        var answer = await PostAsync(new { address = "" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("柳荫", "柳荫路")]
    [InlineData("荫路", "柳荫路")]
    [InlineData("锦绣", "锦绣花园")]
    [InlineData("柳荫路1", "柳荫路12号")]
    [InlineData("北庭驿", "北庭驿站")]
    public async Task What_is_typed_is_completed_from_the_beginning_and_the_middle(string typed, string completion) => Assert.Contains(
        completion, await town.Client.GetStringAsync($"/addresses?q={Uri.EscapeDataString(typed)}&limit=5"));

    [Fact]
    public async Task The_nearest_addresses_of_a_point_come_with_their_distance() =>
        Golden.Match("addresses-near.json", await town.GetAsync("/addresses?lon=119.0921&lat=36.6951&limit=2&at=2026-02-01T12:00"));

    [Fact]
    public async Task A_point_answers_its_address_when_asked() => Assert.Contains(
        "\"address\":{\"address\":\"柳荫路12号锦绣花园\"",
        await town.Client.GetStringAsync("/locate?lon=119.0919&lat=36.6961&include=address"));

    private Task<HttpResponseMessage> PostAsync(object body) => town.Client.PostAsJsonAsync("/locate", body);
}
