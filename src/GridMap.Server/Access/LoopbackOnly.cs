using System.Net;

namespace GridMap.Server.Access;

/// <summary>Refuses addresses that other machines can reach, until access control lands.</summary>
internal static class LoopbackOnly
{
    /// <summary>The address that is served where none is configured.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5210";

    /// <summary>Every address that ASP.NET Core would bind by this configuration.</summary>
    public static IEnumerable<string> UrlsOf(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? "").Split(
            ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(e => e["Url"]).OfType<string>();
        return urls.Concat(endpoints);
    }

    /// <summary>A message for the first address that is not a loopback one, or null.</summary>
    public static string? FindRefusal(IEnumerable<string> urls) =>
        urls.FirstOrDefault(url => !IsLoopback(url)) is { } refused
            ? $"The server binds to loopback addresses only, because it has no access control yet, and '{refused}' is "
                + $"not one. Use --urls {DefaultUrl} (or localhost, or [::1]), and a reverse proxy with access control "
                + "before it to serve others."
            : null;

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
