using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Data.Importing;

/// <summary>Requests and reports as JSON: camelCase names, enums as words, absent for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ImportRequest))]
[JsonSerializable(typeof(List<ImportRequest>))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(List<ImportReport>))]
public sealed partial class ImportJson : JsonSerializerContext
{
    /// <summary>The context that writes Chinese as it is, for files that people read.</summary>
    public static ImportJson Readable => field ??= new(new JsonSerializerOptions(Default.Options!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
