namespace GridMap.Core.Duties;

/// <summary>
/// A declared emergency: while it lasts, the emergency chain of the grids it covers comes first.
/// </summary>
public sealed record Emergency : IMapItem<Emergency>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Its identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>It covers every grid whose code starts with one of these; an empty prefix covers all.</summary>
    public required IReadOnlyList<string> CodePrefixes { get; init; }

    /// <summary>When it begins; included.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it ends; excluded. Null: until it is lifted.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The document that declares it.</summary>
    public string? Document { get; init; }

    /// <summary>Who declared it.</summary>
    public string? DeclaredBy { get; init; }

    /// <inheritdoc/>
    public string Key => SourceKey.ToString();

    /// <inheritdoc/>
    public bool SameContent(Emergency other) =>
        SourceKey == other.SourceKey && From == other.From && To == other.To && Document == other.Document
        && DeclaredBy == other.DeclaredBy && CodePrefixes.SequenceEqual(other.CodePrefixes);

    /// <inheritdoc/>
    public Emergency WithId(long id) => this with { Id = id };
}
