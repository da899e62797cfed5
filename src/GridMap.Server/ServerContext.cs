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
internal sealed partial class ServerContext : JsonSerializerContext;
