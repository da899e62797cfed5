using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;

namespace GridMap.Data.Stores.Tables;

/// <summary>The lists that have no column type of their own, as JSON that people can read in the database.</summary>
internal static class Json
{
    private const string NoAttributes = "{}";

    // Chinese stays Chinese: the default encoder is meant for HTML and escapes it.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(AttributeSet attributes) =>
        attributes.Count == 0 ? NoAttributes : JsonSerializer.Serialize(attributes.ToDictionary(), Readable);

    // By hand, because nearly every row has some, and the serializer's dictionary costs more than all else of a row.
    public static AttributeSet ReadAttributes(string json, Func<string, string> share)
    {
        if (json == NoAttributes)
        {
            return AttributeSet.Empty;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var attributes = new List<KeyValuePair<string, string>>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = share(reader.GetString()!);
            reader.Read();
            attributes.Add(new(name, reader.GetString() ?? throw HoldsNull()));
        }

        return AttributeSet.Of(attributes);
    }

    public static string Of(IEnumerable<AttributeDefinition> definitions) => JsonSerializer.Serialize(
        definitions.Select(static d => new Definition(d.Id, d.Name.Zh, d.Name.En, Words.Of(d.Type), d.Filterable)),
        Readable);

    public static AttributeDefinition[] ReadDefinitions(string json) =>
    [
        .. Read<Definition[]>(json).Select(static d => new AttributeDefinition(
            d.Id, new LocalText(d.Zh, d.En), Enum.Parse<AttributeType>(d.Type, ignoreCase: true), d.Filterable)),
    ];

    public static string Of(IEnumerable<Level> levels) =>
        JsonSerializer.Serialize(levels.Select(static l => new NamedId(l.Id, l.Name.Zh, l.Name.En)), Readable);

    public static Level[] ReadLevels(string json) =>
        [.. Read<NamedId[]>(json).Select(static l => new Level(l.Id, new LocalText(l.Zh, l.En)))];

    public static string Of(IEnumerable<LonLat> points) =>
        JsonSerializer.Serialize(points.Select(static p => new[] { p.Lon, p.Lat }), Readable);

    public static LonLat[] ReadPoints(string json) =>
        [.. Read<double[][]>(json).Select(static p => new LonLat(p[0], p[1]))];

    public static string Of(IEnumerable<DutyScope> scope) =>
        JsonSerializer.Serialize(scope.Select(static s => new Target(Words.Of(s.Kind), s.TargetId)), Readable);

    public static DutyScope[] ReadScope(string json) =>
    [
        .. Read<Target[]>(json).Select(static s =>
            new DutyScope(Enum.Parse<DutyScopeKind>(s.Kind, ignoreCase: true), s.Id)),
    ];

    public static string Of<T>(T[] values) => JsonSerializer.Serialize(values, Readable);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Readable) ?? throw HoldsNull();

    private static StoreException HoldsNull() => new("The store holds JSON that is null.");

    private sealed record Definition(string Id, string Zh, string En, string Type, bool Filterable);

    private sealed record NamedId(string Id, string Zh, string En);

    private sealed record Target(string Kind, long Id);
}
