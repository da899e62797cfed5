using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Locating;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Data.Stores;
using GridMap.Data.Zones;
using GridMap.Server.Maps;
using NetTopologySuite.IO;

namespace GridMap.Server.Tests;

/// <summary>The map that the server holds follows a store, one small revision after the other.</summary>
public sealed class CurrentMapTests : IAsyncLifetime
{
    private const int Revisions = 60;

    private static readonly MapState First = new(2, new DateOnly(2026, 3, 1));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-follow-");
    private IMapStore store = null!;
    private MapHolder holder = null!;

    public async ValueTask InitializeAsync()
    {
        store = await MapStores.OpenAsync(
            Path.Combine(folder.FullName, "town.gpkg"), StoreAccess.Client, TimeProvider.System);
        await Town.FillAsync(store);
        var noon = new FixedTime(new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
        holder = new MapHolder(
            store, new DeploymentClock(new ZonedTime(noon, DeploymentZone.Find(DeploymentZone.Default)!)));
        await holder.RefreshAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Readers_see_whole_revisions_in_their_order_while_the_map_is_changed_and_compacted()
    {
        using var stop = new CancellationTokenSource();

        // On threads of their own: those of the pool may be at work for other tests until all is over.
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () => Read(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        for (var i = 1; i <= Revisions; i++)
        {
            await MoveBorderAsync(First.Revision + i);
            await holder.RefreshAsync(default);
            if (i % 3 == 0)
            {
                // Nothing is new, so a compaction begins, and the next revision comes while it runs.
                await holder.RefreshAsync(default);
            }
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.InRange(seen, 1, int.MaxValue));
        Assert.Equal(First.Revision + Revisions, holder.Current!.State.Revision);
    }

    [Fact]
    public async Task A_revision_builds_only_the_partition_that_it_changed()
    {
        var before = holder.Current!;
        await MoveBorderAsync(3);
        await holder.RefreshAsync(default);

        Assert.Same(before.FindPartition("police"), holder.Current!.FindPartition("police"));
        Assert.NotSame(before.FindPartition("governance"), holder.Current!.FindPartition("governance"));
    }

    [Fact]
    public async Task When_nothing_is_new_the_map_is_compacted_and_answers_the_same()
    {
        await MoveBorderAsync(3);
        await holder.RefreshAsync(default);
        var changed = holder.Current!;
        Assert.NotEqual(0, changed.ChangedCount);
        await holder.RefreshAsync(default);
        await holder.Compaction;

        Assert.Equal(0, holder.Current!.ChangedCount);
        Assert.Same(changed.Snapshot, holder.Current.Snapshot);
        RequireWhole(holder.Current);
    }

    [Fact]
    public async Task A_store_that_was_put_back_to_an_earlier_revision_is_loaded_as_a_whole()
    {
        await MoveBorderAsync(3);
        await holder.RefreshAsync(default);
        await using var other = await MapStores.OpenAsync(
            Path.Combine(folder.FullName, "earlier.gpkg"), StoreAccess.Client, TimeProvider.System);
        await Town.FillAsync(other);
        var map = new CurrentMap();
        map.Take(holder.Current!);
        map.Take(CityMap.Build(await other.LoadAsync(First.Date)));

        Assert.Equal(First, map.Value!.State);
        Assert.Throws<ArgumentException>(() => map.Take(new StateChange
        {
            From = holder.Current!.State,
            To = holder.Current.State,
            Items = new ChangeSet { ExpectedRevision = 3, NextId = 1, Effective = First.Date, Actor = "store" },
        }));
    }

    /// <summary>Asks the current map until it is told to stop; how many maps it saw.</summary>
    private int Read(CancellationToken stop)
    {
        var (seen, last) = (0, default(CityMap));
        while (!stop.IsCancellationRequested)
        {
            var map = holder.Current!;
            Assert.False(map.State.Revision < last?.State.Revision, "A reader saw an earlier revision again.");
            if (!ReferenceEquals(map, last) && map.State.Revision > First.Revision)
            {
                RequireWhole(map);
                seen++;
            }

            last = map;
        }

        return seen;
    }

    /// <summary>Border, names and resource are all those of the map's own revision.</summary>
    private static void RequireWhole(CityMap map)
    {
        var (revision, border) = (map.State.Revision, Border(map.State.Revision));
        Assert.Equal($"west {revision}", Locate(map, border - 4e-6));
        Assert.Equal($"east {revision}", Locate(map, border + 4e-6));
        var hit = map.Nearest(new NearestQuery { Point = new LonLat(border, 36.7), Kind = "parking", Limit = 1 })[0];
        Assert.Equal($"parking {revision}", hit.Resource.Name);
        Assert.Equal(0, hit.DistanceMetres);
    }

    private static string? Locate(CityMap map, double lon) => map.Locate(
        new LocateQuery { Point = new LonLat(lon, 36.7), Partition = "governance", At = default }).Results[0].Grid?.Name;

    private static double Border(long revision) => Math.Round(119.1 + (revision * 1e-5), 7);

    /// <summary>The border of the two grids is where the revision says, and a parking site lies on it.</summary>
    private async Task MoveBorderAsync(long revision)
    {
        var x = FormattableString.Invariant($"{Border(revision):0.#######}");
        await store.PublishAsync(new ChangeSet
        {
            ExpectedRevision = revision - 1,
            NextId = 100,
            Effective = First.Date,
            Actor = "planner",
            Grids = new(
                [
                    Grid(11, Town.WestCode, $"west {revision}", $"POLYGON((119.09 36.69,{x} 36.69,{x} 36.71,119.09 36.71,119.09 36.69))"),
                    Grid(12, Town.EastCode, $"east {revision}", $"POLYGON(({x} 36.69,119.11 36.69,119.11 36.71,{x} 36.71,{x} 36.69))"),
                ],
                []),
            Resources = new(
                [
                    new Resource
                    {
                        Id = 31,
                        SourceKey = new("sample", "31"),
                        Kind = "parking",
                        Name = $"parking {revision}",
                        Shape = new WKTReader().Read($"POINT({x} 36.7)"),
                    },
                ],
                []),
        });
    }

    private static GridVersion Grid(long id, string code, string name, string wkt) => new(
        new Grid { Id = id, Partition = "governance", Level = "grid", Code = code, Name = name, ParentId = 10 },
        new WKTReader().Read(wkt));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
