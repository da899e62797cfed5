using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Data.Importing.Vocabularies;

namespace GridMap.Data.Importing.Exports;

/// <summary>Writes a <c>vocabulary.json</c>.</summary>
internal static class VocabularyExport
{
    /// <summary>Writes partitions and terms; gives how many.</summary>
    public static long Write(string path, MapSnapshot map)
    {
        var file = new VocabularyFile
        {
            Partitions = [.. map.Partitions.Select(Entry)],
            Kinds = [.. Of(map, Vocabulary.Kind).Select(Kind)],
            Roles = [.. Of(map, Vocabulary.Role).Select(Entry)],
            Subtypes = [.. Of(map, Vocabulary.Subtype).Select(Entry)],
        };
        Write(path, file, VocabularyJson.Default.VocabularyFile);
        return map.Partitions.Count + map.Terms.Count;
    }

    /// <summary>Writes the kinds alone; gives how many.</summary>
    public static long WriteKinds(string path, MapSnapshot map)
    {
        IReadOnlyList<KindEntry> kinds = [.. Of(map, Vocabulary.Kind).Select(Kind)];
        Write(path, kinds, VocabularyJson.Default.IReadOnlyListKindEntry);
        return kinds.Count;
    }

    private static void Write<T>(string path, T file, JsonTypeInfo<T> contract)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        JsonSerializer.Serialize(json, file, contract);
    }

    private static IEnumerable<Term> Of(MapSnapshot map, Vocabulary vocabulary) =>
        map.Terms.Where(t => t.Vocabulary == vocabulary);

    private static TermEntry Entry(Term term) => new() { Id = term.Code, Name = term.Name };

    private static KindEntry Kind(Term term) => new()
    {
        Id = term.Code,
        Name = term.Name,
        Icon = term.Icon,
        Attributes =
        [
            .. term.Attributes.Select(a => new AttributeEntry { Id = a.Id, Name = a.Name, Type = a.Type, Filterable = a.Filterable }),
        ],
    };

    private static PartitionEntry Entry(Partition partition) => new()
    {
        Code = partition.Code,
        Name = partition.Name,
        Tiling = partition.Tiling,
        Default = partition.IsDefault,
        Levels = [.. partition.Levels.Select(l => new TermEntry { Id = l.Id, Name = l.Name })],
        Scheme = partition.Scheme is { } s ? new SchemeEntry { Lengths = s.Lengths, DigitsOnly = s.DigitsOnly } : null,
    };
}
