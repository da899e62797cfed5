using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridMap.Server.Operations;
using GridMap.Server.Pages;
using GridMap.Server.Problems;

namespace GridMap.Server;

/// <summary>The source-generated contracts of what only the server writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(PageSettings))]
internal sealed partial class ServerContext : JsonSerializerContext
{
    /// <summary>The context that writes Chinese and signs as they are.</summary>
    public static ServerContext Readable => field ??= new(new JsonSerializerOptions(Default.Options!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
