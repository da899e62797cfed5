using System.Diagnostics;
using GridMap.Core.History;
using GridMap.Server.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests;

public sealed class OperationsTests(TownServer town) : IClassFixture<TownServer>
{
    [Fact]
    public async Task Health_names_store_state_and_age()
    {
        var health = await town.Client.GetStringAsync("/health");
        Assert.Contains("\"status\":\"ok\"", health);
        Assert.Contains(town.StoreFile, health);
        Assert.Contains("\"state\":\"2@", health);
    }

    [Fact]
    public async Task Every_route_declares_the_role_and_the_class_of_data()
    {
        await town.Client.GetStringAsync("/api");
        var undeclared = town.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<RouteAccess>() is null)
            .Select(e => e.DisplayName);
        Assert.Empty(undeclared);
    }

    [Fact]
    public async Task No_log_and_no_trace_carries_a_query()
    {
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => traced.AddRange(a.TagObjects.Select(t => $"{t.Value}").Append(a.DisplayName)),
        };
        ActivitySource.AddActivityListener(listener);
        await town.Client.GetAsync("/locate?lon=119.0912345&lat=36.7");
        await town.Client.GetAsync("/locate?lon=119.0912345&lat=secret");
        Assert.Contains(town.Log, line => line.StartsWith("GET /locate 200", StringComparison.Ordinal));
        Assert.DoesNotContain(town.Log.Concat(traced), line => line.Contains("119.0912345") || line.Contains("secret"));
    }

    [Fact]
    public async Task The_description_is_generated_and_lists_the_routes()
    {
        var description = await town.Client.GetStringAsync("/api");
        Assert.Contains("\"/locate\"", description);
        Assert.Contains("\"/nearest\"", description);
        Assert.Contains("\"accuracy\"", description);
        Assert.Contains("\"x-data\": \"personal\"", description);
    }

    [Fact]
    public async Task The_page_that_browses_the_description_comes_from_this_server_alone()
    {
        var page = await town.Client.GetStringAsync("/api/browse/");
        Assert.DoesNotContain("https://", page);
    }
}

/// <summary>A server of its own, since the test writes to its store.</summary>
public sealed class RefreshTests(TownServer town) : IClassFixture<TownServer>
{
    [Fact]
    public async Task A_revision_that_another_process_records_is_shown_soon()
    {
        await using (var store = await town.OpenAsync())
        {
            var before = await store.LoadAsync(new DateOnly(2026, 11, 22));
            var grid = before.Grids.Single(g => g.Grid.Code == Town.EastCode);
            await store.PublishAsync(new ChangeSet
            {
                ExpectedRevision = before.State.Revision,
                NextId = before.NextId,
                Effective = new DateOnly(2026, 11, 22),
                Actor = "another",
                Grids = new([new(grid.Grid with { Name = "东苑网格" }, grid.Shape)], []),
            });
        }

        var deadline = Stopwatch.StartNew();
        while (!(await town.Client.GetStringAsync("/locate?lon=119.105&lat=36.7")).Contains("东苑网格"))
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(20), "The server did not take on the revision.");
            await Task.Delay(50);
        }
    }
}
