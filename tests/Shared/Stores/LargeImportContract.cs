using GridMap.Core;
using GridMap.Data.Importing;
using GridMap.Data.Stores;

namespace GridMap.Tests.Shared.Stores;

/// <summary>
/// What an import of many rows may keep in memory, whatever the store. It measures the whole process, so nothing else may
/// run beside it.
/// </summary>
public abstract class LargeImportContract
{
    private const int BytesOfRow = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The setting of a new, empty store.</summary>
    protected abstract Task<string> NewSettingAsync();

    [Theory]
    [InlineData("resources", 300_000)]
    [InlineData("addresses", 60_000)]
    [InlineData("dwellings", 60_000)]
    public async Task What_an_import_keeps_hardly_grows_with_its_rows(string kind, int rows)
    {
        // The few first: what other tests have left in pools only becomes less, which may hide a little and adds nothing.
        var few = await MostKeptAsync(kind, rows / 10);
        var many = await MostKeptAsync(kind, rows);

        Assert.InRange((many - few) / (rows - (rows / 10)), long.MinValue, BytesOfRow);
    }

    /// <summary>The most bytes that the process had in use while so many rows were imported and published.</summary>
    private async Task<long> MostKeptAsync(string kind, int rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"gridmap-{kind}-{Environment.ProcessId}.csv");
        try
        {
            Write(file, rows);
            await using var store = await MapStores.OpenAsync(
                await NewSettingAsync(), StoreAccess.Client, new ManualClock(), Cancellation);
            var reading = new TaskCompletionSource();
            var progress = new Progress<ImportProgress>(_ => reading.TrySetResult());
            var import = Task.Run(() => Importer.RunAsync(
                store, RequestOf(kind, file), "tester", new ManualClock(), progress, Cancellation));

            // Until then a thread may hold what was loaded before.
            await Task.WhenAny(import, reading.Task);
            Kept();

            var most = 0L;
            while (!import.IsCompleted)
            {
                most = Math.Max(most, Kept());
                await Task.WhenAny(import, Task.Delay(50, Cancellation));
            }

            Assert.Equal(rows, (await import).New);
            Assert.Equal(rows, CountOf(kind, await store.LoadAsync(Samples.Day, cancellation: Cancellation)));
            return most;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static long Kept()
    {
        GC.Collect();
        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return heap.HeapSizeBytes - heap.FragmentedBytes;
    }

    private static void Write(string file, int rows)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("id,name,operator,remark,lon,lat");
        for (var i = 0; i < rows; i++)
        {
            writer.WriteLine(FormattableString.Invariant(
                $"{i},Place {i},Operator {i % 100},as long as what is written of places mostly is,{i % 360 - 180},{i % 90}.5"));
        }
    }

    private static ImportRequest RequestOf(string kind, string file) => kind switch
    {
        "addresses" => new AddressImport { File = file, Id = "id", Text = "{name}, {operator}, {remark}" },
        "dwellings" => new DwellingImport { File = file, Id = "id", Name = "name" },
        _ => new ResourceImport { File = file, Id = "id", Name = "name", Kind = "toilet" },
    };

    private static int CountOf(string kind, MapSnapshot map) => kind switch
    {
        "addresses" => map.Addresses.Count,
        "dwellings" => map.Dwellings.Count,
        _ => map.Resources.Count,
    };
}
