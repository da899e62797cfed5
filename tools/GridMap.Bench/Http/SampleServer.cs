using GridMap.Core;
using GridMap.Data.Stores;

namespace GridMap.Bench.Http;

/// <summary>The server as built with <c>-c Release</c>, on the sample of the repository in a store of its own.</summary>
internal sealed class SampleServer : IDisposable
{
    private readonly string folder;
    private readonly ServerProcess process;

    private SampleServer(string folder, ServerProcess process) => (this.folder, this.process) = (folder, process);

    /// <summary>Its address.</summary>
    public string Url => process.Url;

    /// <summary>Starts it; null, and a word why, where it is not built or a program is missing.</summary>
    public static SampleServer? Start(params string[] programs)
    {
        var server = Path.Combine(FindRoot(), "src/GridMap.Server/bin/Release/net10.0/GridMap.Server.dll");
        if (programs.Prepend(server).FirstOrDefault(p => !File.Exists(p)) is { } missing)
        {
            Console.WriteLine($"left out: there is no {missing} (apt install wrk; dotnet build -c Release src/GridMap.Server)");
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("gridmap-bench-").FullName;
        Dictionary<string, string> settings = new()
        {
            ["GRIDMAP_STORE"] = Path.Combine(folder, "sample.gpkg"),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        return new SampleServer(folder, ServerProcess.Start("/health", settings, url => [server, "--urls", url]));
    }

    /// <summary>The map that it serves, read from its store.</summary>
    public CityMap Map()
    {
        using var client = new HttpClient();
        return ReadAsync().GetAwaiter().GetResult();

        async Task<CityMap> ReadAsync()
        {
            await using var store = await MapStores.OpenAsync(
                Path.Combine(folder, "sample.gpkg"), StoreAccess.Reader, TimeProvider.System);
            using var health = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync($"{Url}/health"));
            var date = health.RootElement.GetProperty("state").GetString()!.Split('@')[1];
            return CityMap.Build(await store.LoadAsync(DateOnly.ParseExact(date, "yyyy-MM-dd")));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GridMap.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("This is not run from a clone of the repository.");
    }
}
