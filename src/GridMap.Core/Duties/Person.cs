namespace GridMap.Core.Duties;

/// <summary>
/// Somebody who holds duties. Referenced by id only, so that erasing a person blanks one row and no history.
/// Personal data: it reaches only the roles that may see it, and no log.
/// </summary>
public sealed record Person : IMapItem<Person>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>The name; empty once erased.</summary>
    public required string Name { get; init; }

    /// <summary>Telephone numbers, the preferred one first; null or empty where there is none or it was erased.</summary>
    public string? Phones { get; init; }

    /// <inheritdoc/>
    public string Key => SourceKey.ToString();

    /// <inheritdoc/>
    public bool SameContent(Person other) => WithId(other.Id) == other;

    /// <inheritdoc/>
    public Person WithId(long id) => this with { Id = id };

    /// <summary>The id alone: a name must not reach a log by way of a record's text.</summary>
    public override string ToString() => $"person {Id}";
}
