namespace GridMap.Data.Stores;

/// <summary>Times as stores keep them: UTC, whole milliseconds, which is what a GeoPackage's DATETIME can hold.</summary>
internal static class StoredTime
{
    /// <summary>The time without the part below a millisecond.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
