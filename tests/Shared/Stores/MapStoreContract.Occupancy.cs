using GridMap.Core.Resources;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Tests.Shared.Stores;

/// <summary>Live occupancy: beside the states, the newest only.</summary>
public abstract partial class MapStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task The_last_count_is_kept_makes_no_revision_and_survives_a_restart()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Changes(0, 100) with { Resources = new([Resource(10, "POINT (119 36)")], []) }, Cancellation);
        await store.PutOccupancyAsync(new Occupancy(10, 7, Noon.AddMilliseconds(1)), Cancellation);
        await store.PutOccupancyAsync(new Occupancy(11, 0, Noon), Cancellation);
        await store.PutOccupancyAsync(new Occupancy(10, int.MaxValue, Noon.AddMinutes(5)), Cancellation);

        var again = await OpenAsync();
        Assert.Equal("10: 2147483647 12:05; 11: 0 12:00", Text(await again.ListOccupancyAsync(null, Cancellation)));
        Assert.Equal(1, await again.GetLastRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task A_count_older_than_the_last_one_is_not_kept_and_the_later_one_is_answered()
    {
        var store = await OpenAsync();
        await store.PutOccupancyAsync(new Occupancy(10, 7, Noon), Cancellation);

        Assert.Equal("10: 7 12:00", Text(await store.PutOccupancyAsync(new Occupancy(10, 9, Noon.AddMinutes(-1)), Cancellation)));
        Assert.Equal("10: 8 12:00", Text(await store.PutOccupancyAsync(new Occupancy(10, 8, Noon), Cancellation)));
        Assert.Equal("10: 8 12:00", Text(await store.ListOccupancyAsync(null, Cancellation)));
    }

    [Fact]
    public async Task Counts_are_listed_by_when_the_store_received_them()
    {
        var store = await OpenAsync();
        await store.PutOccupancyAsync(new Occupancy(10, 1, Noon), Cancellation);
        Clock.Now += TimeSpan.FromMinutes(1);
        await store.PutOccupancyAsync(new Occupancy(11, 2, Noon.AddDays(-1)), Cancellation);

        Assert.Equal("11: 2 12:00", Text(await store.ListOccupancyAsync(Clock.Now, Cancellation)));
        Assert.Equal("", Text(await store.ListOccupancyAsync(Clock.Now.AddSeconds(1), Cancellation)));
    }

    [Fact]
    public async Task A_count_is_kept_while_something_else_is_being_written()
    {
        var store = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(1, 40).Select(i => i % 10 == 0
            ? PublishAsync(store, i)
            : store.PutOccupancyAsync(new Occupancy(i % 4, i, Noon.AddSeconds(i)), Cancellation)));

        Assert.Equal(
            "0: 36 12:00; 1: 37 12:00; 2: 38 12:00; 3: 39 12:00", Text(await store.ListOccupancyAsync(null, Cancellation)));

        async Task PublishAsync(Data.Stores.IMapStore to, int i)
        {
            try
            {
                await to.PublishAsync(Changes(0, 100) with { Terms = new([Term(1, $"k{i}")], []) }, Cancellation);
            }
            catch (Data.Stores.RevisionConflictException)
            {
                // One of them was first.
            }
        }
    }

    [Fact]
    public async Task A_backup_holds_the_last_counts()
    {
        var store = await OpenAsync();
        await store.PutOccupancyAsync(new Occupancy(10, 7, Noon), Cancellation);
        var file = Path.Combine(Directory.CreateTempSubdirectory("gridmap-occupancy-").FullName, "backup.gpkg");
        await store.BackupAsync(file, Cancellation);
        var second = await OpenSecondAsync();
        await second.RestoreAsync(file, Cancellation);

        Assert.Equal("10: 7 12:00", Text(await second.ListOccupancyAsync(null, Cancellation)));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static string Text(params IEnumerable<Occupancy> counts) => string.Join(
        "; ", counts.Select(c => $"{c.ResourceId}: {c.Occupied} {c.At.ToOffset(TimeSpan.FromHours(8)):HH:mm}"));
}
