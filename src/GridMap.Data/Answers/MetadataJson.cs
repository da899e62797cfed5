using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.History;

namespace GridMap.Data.Answers;

/// <summary>The words that answers use, with their names in two languages.</summary>
/// <param name="State">The state.</param>
/// <param name="Partitions">The partitions, the default one first.</param>
/// <param name="Kinds">The kinds of resources.</param>
/// <param name="Roles">The roles of duties.</param>
/// <param name="Subtypes">The subtypes of dedicated grids.</param>
public sealed record VocabularyJson(
    string State,
    IReadOnlyList<PartitionTermJson> Partitions,
    IReadOnlyList<TermJson> Kinds,
    IReadOnlyList<TermJson> Roles,
    IReadOnlyList<TermJson> Subtypes);

/// <summary>A partition with its levels, root first.</summary>
public sealed record PartitionTermJson(
    string Id, LocalText Name, string Tiling, bool Default, IReadOnlyList<LevelJson> Levels);

/// <summary>A level.</summary>
public sealed record LevelJson(string Id, LocalText Name);

/// <summary>A kind, a role or a subtype.</summary>
/// <param name="Id">ASCII id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Icon">The name of an icon in the map style, or null.</param>
/// <param name="Count">How many items use it; for kinds.</param>
/// <param name="Attributes">The attributes that its items may have; for kinds.</param>
public sealed record TermJson(
    string Id, LocalText Name, string? Icon, int? Count, IReadOnlyList<AttributeJson> Attributes);

/// <summary>An attribute: <c>text</c>, <c>number</c>, <c>boolean</c> or <c>window</c>.</summary>
public sealed record AttributeJson(string Id, LocalText Name, string Type, bool Filterable);

/// <summary>The recorded change sets, the newest first.</summary>
public sealed record RevisionsJson(IReadOnlyList<RevisionJson> Revisions);

/// <summary>A recorded change set.</summary>
public sealed record RevisionJson(
    long Number,
    DateTimeOffset RecordedAt,
    DateOnly Effective,
    string Actor,
    string? Document,
    string? Note,
    string Summary)
{
    /// <summary>Shapes a revision.</summary>
    public static RevisionJson From(Revision r) =>
        new(r.Number, r.RecordedAt, r.Effective, r.Actor, r.Document, r.Note, r.Summary);
}

/// <summary>Shapes the vocabulary of a map.</summary>
public static class MetadataAnswers
{
    /// <summary>The map's words.</summary>
    public static VocabularyJson ToVocabulary(CityMap map)
    {
        var counts = map.Snapshot.Resources.CountBy(r => r.Kind).ToDictionary();
        var terms = map.Snapshot.Terms.ToLookup(t => t.Vocabulary);
        return new VocabularyJson(
            map.State.ToString(),
            [.. map.Partitions.Select(p => ToJson(p.Partition))],
            [.. terms[Vocabulary.Kind].Select(t => ToJson(t, counts.GetValueOrDefault(t.Code)))],
            [.. terms[Vocabulary.Role].Select(t => ToJson(t, null))],
            [.. terms[Vocabulary.Subtype].Select(t => ToJson(t, null))]);
    }

    private static PartitionTermJson ToJson(Partition partition) => new(
        partition.Code,
        partition.Name,
        Words.Of(partition.Tiling),
        partition.IsDefault,
        [.. partition.Levels.Select(l => new LevelJson(l.Id, l.Name))]);

    private static TermJson ToJson(Term term, int? count) => new(
        term.Code,
        term.Name,
        term.Icon,
        count,
        [.. term.Attributes.Select(a => new AttributeJson(a.Id, a.Name, Words.Of(a.Type), a.Filterable))]);
}
