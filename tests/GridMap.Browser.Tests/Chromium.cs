using Microsoft.Playwright;

namespace GridMap.Browser.Tests;

/// <summary>The browser of the machine. Where there is none a test is skipped, and fails in CI (<c>CI=true</c>).</summary>
internal static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        if (!File.Exists(Program))
        {
            var missing = $"{Program} is missing; tools/test installs it.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", missing);
            Assert.Fail(missing);
        }

        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }
}
