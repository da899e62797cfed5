using System.Diagnostics;
using System.Runtime.CompilerServices;
using GridMap.Core.History;
using GridMap.Data.Stores;
using GridMap.Tests.Shared;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Data.Tests.Stores;

/// <summary>
/// A process that is killed while it publishes leaves whole revisions. The process is this test program once more,
/// running <see cref="PublishUntilKilled"/>, ended by SIGKILL at a random moment.
/// </summary>
public sealed class KillTests
{
    private const string Variable = "GRIDMAP_TEST_KILL_STORE";
    private const int Items = 4000;
    private const int Kills = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_writer_leaves_whole_revisions_in_a_GeoPackage()
    {
        var folder = Directory.CreateTempSubdirectory("gridmap-kill-");
        try
        {
            await KillManyTimesAsync(Path.Combine(folder.FullName, "map.gpkg"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_killed_writer_leaves_whole_revisions_in_PostGIS()
    {
        var database = await PostGisCluster.CreateDatabaseAsync(Cancellation);
        try
        {
            await KillManyTimesAsync(database);
        }
        finally
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    /// <summary>
    /// Makes this program the writer when it is asked to be one, before the test runner starts. On this thread alone:
    /// until a module is initialized, other threads cannot run its code.
    /// </summary>
    [ModuleInitializer]
    internal static void PublishUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } setting)
        {
            return;
        }

        var store = MapStores.OpenAsync(setting, StoreAccess.Server, TimeProvider.System).GetAwaiter().GetResult();
        while (true)
        {
            var last = store.GetLastRevisionAsync().GetAwaiter().GetResult();
            store.PublishAsync(RevisionAfter(last)).GetAwaiter().GetResult();
        }
    }

    private static async Task KillManyTimesAsync(string setting)
    {
        var random = new Random(20261122);
        var last = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var writer = StartWriter(setting);
            try
            {
                last = await WaitForProgressAsync(setting, writer, last);
                await Task.Delay(random.Next(400), Cancellation);
            }
            finally
            {
                writer.Kill();
                await writer.WaitForExitAsync(CancellationToken.None);
            }

            last = await CheckAsync(setting, atLeast: last);
        }
    }

    private static ChangeSet RevisionAfter(long last)
    {
        var grids = Enumerable.Range(1, Items)
            .Select(i => Grid(i, $"{i}", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", $"{last + 1}"));
        var persons = Enumerable.Range(Items + 1, 100).Select(i => Person(i, $"{last + 1}"));
        return Changes(last, Items + 101, Day.AddDays((int)last)) with
        {
            Grids = new([.. grids], []),
            Persons = new([.. persons], []),
        };
    }

    private static Process StartWriter(string setting)
    {
        var program = Path.ChangeExtension(typeof(KillTests).Assembly.Location, null);
        var start = new ProcessStartInfo(program)
        {
            Environment = { [Variable] = setting },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<long> WaitForProgressAsync(string setting, Process writer, long last)
    {
        await using var store = await MapStores.OpenAsync(setting, StoreAccess.Client, TimeProvider.System, Cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var progress = store.WaitForRevisionAfterAsync(last, limit.Token);
        await Task.WhenAny(progress, writer.WaitForExitAsync(limit.Token));
        Assert.False(writer.HasExited, "the writer ended by itself");
        await progress;
        return await store.GetLastRevisionAsync(Cancellation);
    }

    /// <summary>All that a revision put is there, with the revision's number for a name, in the last and in each before.</summary>
    private static async Task<long> CheckAsync(string setting, long atLeast)
    {
        await using var store = await MapStores.OpenAsync(setting, StoreAccess.Server, TimeProvider.System, Cancellation);
        var last = await store.GetLastRevisionAsync(Cancellation);
        Assert.InRange(last, atLeast, long.MaxValue);
        var revisions = await store.ListRevisionsAsync(Cancellation).Select(static r => r.Number).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, (int)last).Select(static n => (long)n).Reverse(), revisions);
        foreach (var number in (long[])[1, last - 1, last])
        {
            var map = await store.LoadAsync(Day.AddDays((int)last), Math.Max(1, number), Cancellation);
            Assert.Equal(Items, map.Grids.Count);
            Assert.All(map.Grids, g => Assert.Equal($"{map.State.Revision}", g.Grid.Name));
            Assert.All(map.Persons, p => Assert.Equal($"{last}", p.Name));
        }

        return last;
    }
}
