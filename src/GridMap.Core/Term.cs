namespace GridMap.Core;

/// <summary>What a term is a word for.</summary>
public enum Vocabulary
{
    /// <summary>A kind of resource.</summary>
    Kind,

    /// <summary>The role of a duty.</summary>
    Role,

    /// <summary>The subtype of a dedicated grid.</summary>
    Subtype,
}

/// <summary>The type of an attribute's values.</summary>
public enum AttributeType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A window in the <c>opening_hours</c> grammar.</summary>
    Window,
}

/// <summary>An attribute that the items of a kind may have.</summary>
/// <param name="Id">ASCII id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Filterable">Whether a search may filter on it.</param>
public sealed record AttributeDefinition(string Id, LocalText Name, AttributeType Type, bool Filterable);

/// <summary>A word that data use by an ASCII id and people by a name: a kind, a role, a subtype.</summary>
public sealed record Term : IMapItem<Term>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>What it is a word for.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>ASCII id, unique in its vocabulary.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The name of an icon in the map style, or null.</summary>
    public string? Icon { get; init; }

    /// <summary>The attributes that its items may have; for kinds only.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes { get; init; } = [];

    /// <inheritdoc/>
    public string Key => $"{Vocabulary}/{Code}";

    /// <inheritdoc/>
    public bool SameContent(Term other) =>
        Vocabulary == other.Vocabulary && Code == other.Code && Name == other.Name && Icon == other.Icon
        && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public Term WithId(long id) => this with { Id = id };
}
