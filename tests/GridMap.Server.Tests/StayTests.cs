using System.Text.Json.Nodes;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Tests;

/// <summary>Asking /nearest for a stay, on places of which one is closed by day, one is free by night, one is suspended.</summary>
public sealed class StayTests(TownServer town) : IClassFixture<TownServer>, IAsyncLifetime
{
    private const string Here = "/nearest?kind=lot&lon=119.1&lat=36.7";

    public async ValueTask InitializeAsync()
    {
        await using var store = await town.OpenAsync();
        if (await store.GetLastRevisionAsync() == 2)
        {
            await store.PublishAsync(Lots());
        }

        while (!(await town.Client.GetStringAsync("/health")).Contains("\"state\":\"3@"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("an evening till late", "&arrive=2026-12-01T20:00&leave=2026-12-01T23:00")]
    [InlineData("free of charge", "&arrive=2026-12-01T22:30&leave=2026-12-02T05:00&free=true")]
    [InlineData("too late to come in", "&arrive=2026-12-01T22:30&leave=2026-12-01T23:00")]
    [InlineData("an hour longer than the night", "&arrive=2026-12-01T20:00&leave=2026-12-02T08:00&vehicle=bus")]
    [InlineData("a car with too many seats", "&arrive=2026-12-01T20:00&leave=2026-12-01T23:00&vehicle=car:9")]
    public async Task A_stay_lists_where_it_is_allowed_and_else_what_it_lacks(string name, string stay) =>
        Golden.Match($"stay-{name.Replace(' ', '-')}.txt", name + "\n" + Picture(await town.Client.GetStringAsync(Here + stay)));

    [Theory]
    [InlineData("&arrive=2026-12-01T20:00", "leave: It is missing")]
    [InlineData("&arrive=2026-12-01T20:00&leave=2026-12-01T19:00", "leave: It does not fit arrive")]
    [InlineData("&arrive=tonight&leave=2026-12-01T19:00", "arrive: 'tonight' is not accepted")]
    [InlineData("&arrive=0001-01-01T00:00&leave=0001-01-01T02:00", "arrive: '0001-01-01T00:00' is not accepted")]
    [InlineData("&arrive=9999-12-31T20:00&leave=9999-12-31T22:00", "leave: '9999-12-31T22:00' is not accepted")]
    [InlineData("&at=9999-12-31", "at: '9999-12-31' is not accepted")]
    [InlineData("&free=perhaps", "free: It is neither")]
    [InlineData("&vehicle=car:many", "vehicle: It is no vehicle class")]
    public async Task A_stay_that_cannot_be_is_refused(string stay, string expected)
    {
        var answer = await town.Client.GetAsync(Here + stay);
        Assert.Equal((400, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("&arrive=1900-01-01T00:00&leave=1900-12-31T02:00")]
    [InlineData("&arrive=2200-01-01T00:00&leave=2200-12-31T23:59:59")]
    [InlineData("&at=2200-12-31T23:59:59")]
    public async Task A_stay_in_the_first_and_the_last_year_is_answered(string stay) =>
        Assert.Equal(200, (int)(await town.Client.GetAsync(Here.Replace("kind=lot&", "") + stay)).StatusCode);

    private static string Picture(string answer) => string.Concat(JsonNode.Parse(answer)!["features"]!.AsArray()
        .Select(static f => f!["properties"]!)
        .Select(static p => $"{p["name"]} open={p["open"]} free={p["free"]} enterBy={p["enterBy"]} leaveBy={p["leaveBy"]} "
            + $"until={p["until"]} shortBy={p["shortBy"]?.ToJsonString()} suspended={p["suspended"]?.ToJsonString()}\n"
            + $"  {p["rule"]?["zh"]}\n  {p["rule"]?["en"]}\n"));

    private static ChangeSet Lots() => new()
    {
        ExpectedRevision = 2,
        NextId = 200,
        Effective = new DateOnly(2026, 3, 2),
        Actor = "importer",
        Terms = new([new Term { Id = 4, Vocabulary = Vocabulary.Kind, Code = "lot", Name = new("泊位", "Lot") }], []),
        Resources = new(
            [
                Lot(100, "夜间", 119.1001, ("stay", "19:00-07:00"), ("enter", "19:00-22:00"), ("fee", "no")),
                Lot(101, "整天", 119.1002, ("stay", "24/7"), ("free", "22:00-06:00"), ("vehicle", "car"), ("seats", "7")),
                Lot(102, "停用", 119.1003, ("stay", "24/7"), ("suspensions", "2026-11-30/2026-12-03|施工|第7号")),
            ],
            []),
    };

    private static Resource Lot(long id, string name, double lon, params (string Name, string Value)[] terms) => new()
    {
        Id = id,
        SourceKey = new("lots", $"{id}"),
        Kind = "lot",
        Name = name,
        Shape = new Point(lon, 36.7),
        Attributes = AttributeSet.Of(terms.Select(static t => KeyValuePair.Create(t.Name, t.Value))),
    };
}
