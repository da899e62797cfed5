using Scalar.AspNetCore;

namespace GridMap.Server.Describing;

/// <summary>The page that browses the API's description.</summary>
internal static class Browser
{
    /// <summary>From this server alone: no font, script or proxy of anybody else.</summary>
    public static void Configure(ScalarOptions options)
    {
        options.Title = "GridMap API";
        options.OpenApiRoutePattern = "/api";
        options.DefaultFonts = false;
        options.ProxyUrl = null;
        options.Telemetry = false;
    }
}
