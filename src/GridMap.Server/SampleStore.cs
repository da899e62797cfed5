using GridMap.Data.Importing;
using GridMap.Data.Stores;

namespace GridMap.Server;

/// <summary>Makes the embedded store of the sample where there is none yet, so that a first start has something to show.</summary>
internal static class SampleStore
{
    private const string Actor = "sample";

    /// <summary>
    /// Makes the GeoPackage of a setting when it is absent and the sample is there. It grows under another name and is
    /// renamed when whole, so that a process killed meanwhile leaves no half store.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="Data.Exchange.ExchangeException">A file of the sample cannot be read.</exception>
    public static async Task MakeIfAbsentAsync(string setting, TimeProvider time)
    {
        var root = StoreSetting.BaseFolder();
        var sample = Path.Combine(root, "geodata", "sample", "import.json");
        if (StoreSetting.Parse(setting, root) is not StoreSetting.File { Path: var store }
            || File.Exists(store) || !File.Exists(sample))
        {
            return;
        }

        Console.WriteLine($"Making {store} of the sample in {Path.GetDirectoryName(sample)} …");
        var growing = Path.Combine(Path.GetDirectoryName(store)!, $".growing-{Environment.ProcessId}.gpkg");
        try
        {
            await ImportAsync(growing, [sample, Path.Combine(root, "geodata", "calendars", "import.json")], time);
            File.Move(growing, store);
        }
        catch (IOException) when (File.Exists(store))
        {
            // Another process made it meanwhile.
        }
        finally
        {
            Delete(growing);
        }
    }

    private static async Task ImportAsync(string file, string[] lists, TimeProvider time)
    {
        await using var store = await MapStores.OpenAsync(file, StoreAccess.Client, time);
        foreach (var list in lists.Where(File.Exists))
        {
            var reports = await ImportFolder.RunAsync(store, list, Actor, time);
            if (reports.Count > 0 && reports[^1] is { Outcome: ImportOutcome.Refused } refused)
            {
                throw new StoreException($"The sample file '{refused.File}' was refused; gridmap import shows why.");
            }
        }
    }

    private static void Delete(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        foreach (var part in Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(file) + "*") : [])
        {
            File.Delete(part);
        }
    }
}
