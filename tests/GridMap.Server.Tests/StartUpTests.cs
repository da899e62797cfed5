using System.Diagnostics;
using GridMap.Data.Zones;
using GridMap.Server.Access;
using GridMap.Server.Maps;

namespace GridMap.Server.Tests;

public sealed class StartUpTests(TownServer town) : IClassFixture<TownServer>
{
    [Theory]
    [InlineData("http://127.0.0.1:5210", true)]
    [InlineData("http://localhost:0", true)]
    [InlineData("http://[::1]:80", true)]
    [InlineData("https://127.8.8.8", true)]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://*:80", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://192.168.1.4:80", false)]
    [InlineData("http://example.org:80", false)]
    public void Only_loopback_addresses_are_served(string url, bool isServed) =>
        Assert.Equal(isServed, LoopbackOnly.FindRefusal([url]) is null);

    [Theory]
    [InlineData("2026-11-22", "2026-11-22T00:00:00+08:00")]
    [InlineData("2026-11-22T08:30", "2026-11-22T08:30:00+08:00")]
    [InlineData("2026-11-22T08:30:00Z", "2026-11-22T16:30:00+08:00")]
    [InlineData("2026-11-22T08:30:00+01:00", "2026-11-22T15:30:00+08:00")]
    [InlineData("2026-11-22T08:30:00 01:00", "2026-11-22T15:30:00+08:00")]
    [InlineData("22.11.2026", null)]
    [InlineData("2026-02-30", null)]
    public void A_time_without_an_offset_is_in_the_deployments_zone(string text, string? expected)
    {
        var clock = new DeploymentClock(
            new ZonedTime(TimeProvider.System, DeploymentZone.Find(DeploymentZone.Default)!));
        Assert.Equal(expected, clock.TryParse(text, out var instant) ? $"{instant:yyyy-MM-ddTHH:mm:sszzz}" : null);
    }

    [Theory]
    [InlineData("GRIDMAP_STORE", "nonsense", "nonsense")]
    [InlineData("GRIDMAP_STORE", "/no/such/folder/x.gpkg", "/no/such/folder")]
    [InlineData("GRIDMAP_ZONE", "Mars/Olympus", "Mars/Olympus")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0", "loopback")]
    public async Task A_wrong_setting_gets_one_clear_line_and_exit_code_1(string name, string value, string named)
    {
        var (exit, error) = await RunAsync(name, value);
        Assert.Equal(1, exit);
        Assert.Contains(named, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_second_server_on_one_file_is_refused()
    {
        var (exit, error) = await RunAsync("GRIDMAP_STORE", town.StoreFile);
        Assert.Equal(1, exit);
        Assert.Contains(town.StoreFile, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static async Task<(int Exit, string Error)> RunAsync(string name, string value)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["GRIDMAP_STORE"] = Path.Combine(Path.GetTempPath(), "never-made.gpkg");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment[name] = value;
        using var server = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        _ = server.StandardOutput.ReadToEndAsync(patience.Token);
        var error = server.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await server.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill();
            }
        }

        return (server.ExitCode, await error);
    }
}
