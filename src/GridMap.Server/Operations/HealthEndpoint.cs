using GridMap.Server.Maps;

namespace GridMap.Server.Operations;

/// <summary>How the server is.</summary>
/// <param name="Status">
/// <c>ok</c>; <c>loading</c> before the first map; <c>stale</c> when the store is away and reads go on from memory.
/// </param>
/// <param name="Store">The store, without passwords.</param>
/// <param name="State">The state that answers show; null while loading.</param>
/// <param name="Recorded">When that state's revision was recorded.</param>
/// <param name="Age">Seconds since the store last confirmed that the state is the newest; null while loading.</param>
/// <param name="Failure">Why the store cannot be asked; null while it can.</param>
internal sealed record Health(
    string Status, string Store, string? State, DateTimeOffset? Recorded, double? Age, string? Failure);

/// <summary><c>/health</c>: 200 as soon as questions are answered, 503 before.</summary>
internal static class HealthEndpoint
{
    public static IResult Answer(HttpContext context, MapHolder maps)
    {
        context.Response.Headers.CacheControl = "no-store";
        var map = maps.Current;
        var health = new Health(
            map is null ? "loading" : maps.Failure is null ? "ok" : "stale",
            maps.Store.Description,
            map?.State.ToString(),
            map?.Snapshot.RecordedAt,
            map is null ? null : Math.Max(0, Math.Round(maps.Age.TotalSeconds, 1)),
            maps.Failure);
        return TypedResults.Json(
            health,
            ServerContext.Readable.Health,
            statusCode: map is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
