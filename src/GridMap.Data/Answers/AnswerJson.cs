using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace GridMap.Data.Answers;

/// <summary>How answers are written as JSON: camelCase names, nulls written, Chinese as it is.</summary>
public static class AnswerJson
{
    // More than a district has leaves or is asked for resources in a while.
    private const int KeptParts = 1 << 14;

    /// <summary>Indented; for people.</summary>
    public static readonly JsonSerializerOptions Indented = Create(indented: true);

    /// <summary>On one line; what the server writes.</summary>
    public static readonly JsonSerializerOptions Options = WithRecentParts(Create(indented: false));

    /// <summary>The text of an answer.</summary>
    /// <exception cref="NotSupportedException">The type is not one of the answers.</exception>
    public static string Write<T>(T answer, JsonSerializerOptions? options = null) =>
        JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)(options ?? Options).GetTypeInfo(typeof(T)));

    /// <summary>
    /// What of an answer depends on the leaf or the resource alone is encoded once while it is asked for often: half of
    /// a <c>/locate</c> and most of a <c>/nearest</c>.
    /// </summary>
    private static JsonSerializerOptions WithRecentParts(JsonSerializerOptions plain)
    {
        return new(plain)
        {
            Converters = { Recent<IReadOnlyDictionary<string, string>>() },
        };

        JsonConverter Recent<T>()
            where T : class => new RecentJsonConverter<T>(KeptParts, (JsonTypeInfo<T>)plain.GetTypeInfo(typeof(T)));
    }

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = indented,
        TypeInfoResolver = AnswerContext.Default,
    };
}

/// <summary>The source-generated contracts of the answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LocateJson))]
[JsonSerializable(typeof(AddressJson))]
[JsonSerializable(typeof(AddressListJson))]
[JsonSerializable(typeof(FeatureCollectionJson<NearestProperties>))]
[JsonSerializable(typeof(FeatureCollectionJson<FindingProperties>))]
[JsonSerializable(typeof(FeatureCollectionJson<ShortfallProperties>))]
[JsonSerializable(typeof(ReachJson))]
[JsonSerializable(typeof(ResourceOccupancyJson))]
[JsonSerializable(typeof(CompareJson))]
[JsonSerializable(typeof(VocabularyJson))]
[JsonSerializable(typeof(RevisionsJson))]
[JsonSerializable(typeof(CollectionsJson))]
[JsonSerializable(typeof(ItemsJson<ItemProperties>))]
public sealed partial class AnswerContext : JsonSerializerContext;
