using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GridMap.Bench.Http;

/// <summary>A server in a process of its own on a free port, until it is disposed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;

    private ServerProcess(Process process, string url) => (this.process, Url) = (process, url);

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Starts a program of dotnet and waits until a path answers with success.</summary>
    /// <param name="ready">The path.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="command">Makes dotnet's arguments of the address.</param>
    public static ServerProcess Start(
        string ready, IEnumerable<KeyValuePair<string, string>> settings, Func<string, string[]> command)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", command(url)) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, url);
        server.Wait(ready);
        return server;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Wait(string path)
    {
        using var client = new HttpClient();
        for (var since = Stopwatch.StartNew(); !Answers(client, Url + path); Thread.Sleep(50))
        {
            if (process.HasExited || since.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The server at {Url} did not start.");
            }
        }
    }

    private static bool Answers(HttpClient client, string url)
    {
        try
        {
            return client.GetAsync(url).GetAwaiter().GetResult().IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
