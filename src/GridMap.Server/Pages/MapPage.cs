namespace GridMap.Server.Pages;

/// <summary>The map page, which npm builds into <c>wwwroot</c> beside the program.</summary>
internal sealed class MapPage(IConfiguration configuration)
{
    /// <summary>The setting with the map approval number 审图号 that the page shows.</summary>
    public const string ApprovalSetting = "GRIDMAP_MAP_APPROVAL";

    /// <summary>Where the built page is.</summary>
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private const string Missing =
        """
        <!doctype html>
        <html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>GridMap</title>
        <body style="font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:3em auto;padding:0 1em">
        <h1>地图页面尚未构建 · The map page is not built</h1>
        <p>接口照常运行。构建页面需要 Node.js 20 和 npm：安装后重新运行
        <code>dotnet run --project src/GridMap.Server</code>。</p>
        <p>The API runs. What is missing is <b>Node.js 20 (or newer) with npm</b>, which builds the page: install it and run
        <code>dotnet run --project src/GridMap.Server</code> again; the build says why npm failed if it is there.</p>
        <p><a href="/api/browse">API</a> · <a href="/health">health</a></p>
        </body></html>
        """;

    /// <summary>The page, or what is missing to build it.</summary>
    public static IResult Answer(HttpContext context)
    {
        var page = Path.Combine(Folder, "index.html");
        context.Response.Headers.CacheControl = "no-cache";
        return File.Exists(page)
            ? TypedResults.PhysicalFile(page, "text/html; charset=utf-8")
            : TypedResults.Text(Missing, "text/html; charset=utf-8");
    }

    /// <summary>What the page must know of this deployment.</summary>
    public static IResult Settings(MapPage page) =>
        TypedResults.Json(new PageSettings(page.Approval), ServerContext.Readable.PageSettings);

    private string? Approval => configuration[ApprovalSetting];
}

/// <summary>What the page must know of a deployment.</summary>
/// <param name="MapApproval">The map approval number 审图号, or null where none was given.</param>
internal sealed record PageSettings(string? MapApproval);
