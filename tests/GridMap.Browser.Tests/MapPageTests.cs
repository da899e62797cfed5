using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GridMap.Browser.Tests;

public sealed class MapPageTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string CountColours =
        """
        () => {
          const colours = new Set();
          for (const canvas of document.querySelectorAll('#map canvas')) {
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            for (let i = 0; i < pixels.length; i += 400) {
              if (pixels[i + 3] > 0) colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
            }
          }
          return colours.size;
        }
        """;

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task The_map_is_drawn_and_a_click_answers_the_grid_and_its_path(int width, int height)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var faults = Watch(page);

        await page.GotoAsync(server.Url);
        await page.WaitForSelectorAsync("body.drawn", new() { State = WaitForSelectorState.Attached });
        Assert.True(await page.EvaluateAsync<int>(CountColours) > 20, "The map is blank.");
        await page.Mouse.ClickAsync(width * 0.45f, height * 0.5f);
        await page.WaitForSelectorAsync("#panel h2");

        Assert.Matches("网格$", await page.InnerTextAsync("#panel h2"));
        Assert.Matches("区 › .+街道 › .+社区", await page.InnerTextAsync("#panel .path"));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task What_is_near_can_be_chosen_by_kind_and_looked_at(int width, int height)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var faults = Watch(page);
        await page.GotoAsync(server.Url);
        await page.WaitForSelectorAsync("body.drawn", new() { State = WaitForSelectorState.Attached });
        await page.Mouse.ClickAsync(width * 0.45f, height * 0.5f);

        await page.WaitForSelectorAsync("#nearest .place");
        Assert.Matches("泊位|停车场", await page.InnerTextAsync("#nearest li:first-child .place"));
        Assert.Matches("容量 [0-9]+", await page.InnerTextAsync("#nearest li:first-child .fullness"));
        await page.SelectOptionAsync("#nearest-kind", "toilet");
        await page.WaitForSelectorAsync("#nearest .place >> text=/公厕/");
        Assert.Equal(5, await page.Locator("#nearest .place").CountAsync());
        await page.ClickAsync("#nearest li:first-child .place");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_languages_and_the_levels_can_be_switched()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(server.Url);
        await page.WaitForSelectorAsync("body.drawn", new() { State = WaitForSelectorState.Attached });
        await page.ClickAsync("#language");
        await page.ClickAsync("#levels button[data-level=grid]");
        Assert.Equal("true", await page.GetAttributeAsync("#levels button[data-level=grid]", "aria-pressed"));
        Assert.Equal("Grid map", await page.InnerTextAsync("h1"));
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task The_page_that_browses_the_api_asks_nobody_else()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync();
        var faults = Watch(page);
        await page.GotoAsync($"{server.Url}/api/browse/");
        await page.GetByText(new Regex("nearest", RegexOptions.IgnoreCase)).First.WaitForAsync();
        Assert.Empty(faults);
    }

    /// <summary>Gathers console errors, failed requests and requests to other servers.</summary>
    private List<string> Watch(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add(error);
        page.RequestFailed += (_, request) => faults.Add($"failed: {request.Url}");
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal)
                && !request.Url.StartsWith(server.Url, StringComparison.Ordinal))
            {
                faults.Add($"another server: {request.Url}");
            }
        };
        return faults;
    }
}
