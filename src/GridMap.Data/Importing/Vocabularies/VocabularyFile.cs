using System.Text.Json.Serialization;
using GridMap.Core;
using GridMap.Core.Grids;

namespace GridMap.Data.Importing.Vocabularies;

/// <summary>The contents of a <c>vocabulary.json</c>.</summary>
internal sealed record VocabularyFile
{
    public IReadOnlyList<PartitionEntry> Partitions { get; init => field = value ?? []; } = [];

    public IReadOnlyList<KindEntry> Kinds { get; init => field = value ?? []; } = [];

    public IReadOnlyList<TermEntry> Roles { get; init => field = value ?? []; } = [];

    public IReadOnlyList<TermEntry> Subtypes { get; init => field = value ?? []; } = [];
}

internal sealed record PartitionEntry
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public Tiling Tiling { get; init; }

    public bool Default { get; init; }

    public required IReadOnlyList<TermEntry> Levels { get; init; }

    public SchemeEntry? Scheme { get; init; }
}

internal sealed record SchemeEntry
{
    public required IReadOnlyList<int> Lengths { get; init; }

    public bool DigitsOnly { get; init; }
}

internal record TermEntry
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }
}

internal sealed record KindEntry : TermEntry
{
    public string? Icon { get; init; }

    public IReadOnlyList<AttributeEntry> Attributes { get; init => field = value ?? []; } = [];
}

internal sealed record AttributeEntry : TermEntry
{
    public AttributeType Type { get; init; }

    public bool Filterable { get; init; }
}

/// <summary>The file as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    Converters = [typeof(CamelCaseEnum<Tiling>), typeof(CamelCaseEnum<AttributeType>)])]
[JsonSerializable(typeof(VocabularyFile))]
[JsonSerializable(typeof(KindEntry))]
[JsonSerializable(typeof(IReadOnlyList<KindEntry>))]
internal sealed partial class VocabularyJson : JsonSerializerContext;

/// <summary>Enums as camelCase words.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.CamelCase, false)
    where T : struct, Enum;
