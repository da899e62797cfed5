namespace GridMap.Server.Tests;

public sealed class LayerTests(TownServer town) : IClassFixture<TownServer>
{
    [Theory]
    [InlineData("nearest", "/nearest?kind=parking&lon=119.0999&lat=36.7&at=2026-02-01")]
    [InlineData("nearest-radius", "/nearest?lon=119.0999&lat=36.7&radius=300&limit=1&at=2026-02-01")]
    public async Task The_nearest_come_first(string name, string url) =>
        Golden.Match($"{name}.json", await town.GetAsync(url));

    [Fact]
    public async Task Two_partitions_are_laid_over_each_other() =>
        Golden.Match("compare.json", await town.GetAsync("/compare?a=governance&b=police&at=2026-02-01"));

    [Theory]
    [InlineData("kinds", "/kinds")]
    [InlineData("collections", "/collections")]
    [InlineData("items-community", "/collections/grids-governance-community/items")]
    [InlineData("items-compound", "/collections/reference-compound/items")]
    [InlineData("items-bbox", "/collections/resources-parking/items?bbox=119.09,36.6,119.095,36.8&limit=5")]
    public async Task The_page_can_draw_the_map(string name, string url) =>
        Golden.Match($"{name}.json", WithoutDate(await town.GetAsync(url)));

    [Theory]
    [InlineData("at=2026-02-01", "2@2026-02-01", "第1网格")]
    [InlineData("at=2026-03-01", "2@2026-03-01", "西苑网格")]
    [InlineData("at=2026-03-01&asof=1", "1@2026-03-01", "第1网格")]
    public async Task The_features_of_another_state_can_be_drawn(string time, string state, string name)
    {
        var answer = await town.Client.GetStringAsync($"/collections/grids-governance-grid/items?{time}");
        Assert.Contains($"\"state\":\"{state}\"", answer);
        Assert.Contains(name, answer);
    }

    [Fact]
    public async Task Revisions_have_a_limit_that_is_refused_when_it_is_none()
    {
        Assert.Contains("\"number\":2", await town.Client.GetStringAsync("/revisions?limit=1"));
        Assert.DoesNotContain("\"number\":1,", await town.Client.GetStringAsync("/revisions?limit=1"));
        var refused = await town.Client.GetAsync("/revisions?limit=0");
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("limit: '0' is not accepted.", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_answer_with_a_limit_says_how_many_there_are()
    {
        var answer = await town.Client.GetStringAsync("/collections/grids-governance-grid/items?limit=1");
        Assert.Contains("\"numberMatched\":2,\"numberReturned\":1", answer);
    }

    private static string WithoutDate(string answer) =>
        System.Text.RegularExpressions.Regex.Replace(answer, @"2@\d{4}-\d\d-\d\d", "2@today");
}
