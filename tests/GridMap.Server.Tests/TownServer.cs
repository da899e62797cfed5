using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridMap.Data.Stores;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace GridMap.Server.Tests;

/// <summary>The whole server, on a GeoPackage of <see cref="Town"/> in a temporary folder.</summary>
public sealed class TownServer : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-server-").FullName;
    private WebApplicationFactory<Program>? host;

    /// <summary>The bytes that a batch may have here.</summary>
    public const int BatchLimit = 100_000;

    public List<string> Log { get; } = [];

    public string StoreFile => Path.Combine(folder, "town.gpkg");

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => host!.Services;

    public async ValueTask InitializeAsync()
    {
        await using (await Town.FillAsync(await OpenAsync()))
        {
        }

        await StartAsync();
    }

    /// <summary>Stops the server and starts it again on the same store.</summary>
    public async Task RestartAsync()
    {
        await host!.DisposeAsync();
        await WaitUntilLetGoAsync();
        await StartAsync();
    }

    /// <summary>The program lets go of its store after its host is gone, on a thread of its own.</summary>
    private async Task WaitUntilLetGoAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var store = await MapStores.OpenAsync(StoreFile, StoreAccess.Server, TimeProvider.System);
                return;
            }
            catch (StoreException) when (tries < 500)
            {
                await Task.Delay(20);
            }
        }
    }

    private async Task StartAsync()
    {
        host = new WebApplicationFactory<Program>().WithWebHostBuilder(web => web
            .UseSetting(MapStores.Variable, StoreFile)
            .UseSetting("GRIDMAP_BATCH_LIMIT", $"{BatchLimit}")
            .ConfigureLogging(logging => logging.AddProvider(new ListLogger(Log))));
        Client = host.CreateClient();
        while ((await Client.GetAsync("/health")).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(20);
        }
    }

    public Task<IMapStore> OpenAsync() => MapStores.OpenAsync(StoreFile, StoreAccess.Client, TimeProvider.System);

    /// <summary>The answer to a GET, indented.</summary>
    public async Task<string> GetAsync(string url) => await TextOf(await Client.GetAsync(url));

    /// <summary>Status and content type, and the answer indented.</summary>
    public static async Task<string> TextOf(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var head = $"{(int)response.StatusCode} {response.Content.Headers.ContentType?.MediaType}\n";
        return head + (body.StartsWith('{') ? Indented(body) : body);
    }

    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(folder, recursive: true);
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, Readable);
    }

    private sealed class ListLogger(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
