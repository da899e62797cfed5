using System.Diagnostics;

namespace GridMap.Browser.Tests;

/// <summary>The server as users start it, on a store that it makes of the sample in a temporary folder.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-browser-").FullName;
    private Process? server;

    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["GRIDMAP_STORE"] = Path.Combine(folder, "sample.gpkg");
        server = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (await server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Split("listening on: ") is [_, var url])
            {
                Url = url.Trim();
                _ = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        Assert.Fail("The server ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
