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

    public async Task InvokeAsync(HttpContext context)
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
