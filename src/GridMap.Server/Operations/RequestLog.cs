using System.Diagnostics;

namespace GridMap.Server.Operations;

/// <summary>
/// Logs each request by its route, never by its URL: queries hold positions and addresses, which are personal data.
/// The framework's own request log, which writes whole URLs, is switched off.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    /// <summary>The framework's log categories, some of which write URLs; only their warnings are kept.</summary>
    public const string Silenced = "Microsoft.AspNetCore";

    /// <summary>The category that makes a trace and a scope for each request, with its path; wholly off.</summary>
    public const string Off = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public Task InvokeAsync(HttpContext context) =>
        log.IsEnabled(LogLevel.Information) ? LogAsync(context) : next(context);

    private async Task LogAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        await next(context);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Answered(context.Request.Method, route, context.Response.StatusCode, milliseconds);
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds:0.0} ms")]
    private partial void Answered(string method, string route, int status, double milliseconds);
}
