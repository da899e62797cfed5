using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GridMap.Bench.Http;

/// <summary>The least that Kestrel can answer with JSON: what no endpoint can be faster than.</summary>
internal static class HelloServer
{
    public static int Run(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/hello", static () => Results.Json(new Hello("hello", 1), HelloContext.Default.Hello));
        app.Run(url);
        return 0;
    }
}

internal sealed record Hello(string Message, int Number);

[JsonSerializable(typeof(Hello))]
internal sealed partial class HelloContext : JsonSerializerContext;
