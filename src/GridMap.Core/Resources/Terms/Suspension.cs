namespace GridMap.Core.Resources.Terms;

/// <summary>A notice that a resource cannot be used for a time.</summary>
/// <param name="From">When it begins; included.</param>
/// <param name="To">When it ends; excluded, after its beginning.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Document">The document that says so, or null.</param>
public sealed record Suspension(StatedTime From, StatedTime To, string? Reason, string? Document);

/// <summary>A time as it was written: with an offset it is an instant, without one it is in the deployment's zone.</summary>
/// <param name="Local">The date and time as written.</param>
/// <param name="Offset">The offset as written, or null.</param>
public readonly record struct StatedTime(DateTime Local, TimeSpan? Offset)
{
    /// <summary>
    /// The instant in a zone. A time that the zone leaves out is taken with the offset before the change, one that it has
    /// twice is the first.
    /// </summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        if (Offset is { } offset)
        {
            return new DateTimeOffset(DateTime.SpecifyKind(Local, DateTimeKind.Unspecified), offset);
        }

        var local = DateTime.SpecifyKind(Local, DateTimeKind.Unspecified);
        var least = zone.IsInvalidTime(local)
            ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, least);
    }
}
