using GridMap.Core.Resources;

namespace GridMap.Core.Reach;

/// <summary>The fifteen-minute circle: what of each kind lies within a walk.</summary>
public static class WalkingReach
{
    /// <summary>
    /// Every kind of the vocabulary or in use, by id (ordinal), with those whose entry gate or shape is at most
    /// <see cref="ReachQuery.StraightMetres"/> away on the ellipsoid.
    /// </summary>
    /// <exception cref="ArgumentException">The point, the minutes or the detour factor is out of range.</exception>
    public static IReadOnlyList<ReachedKind> List(CityMap map, ReachQuery query)
    {
        if (!(query.Minutes > 0 && query.Minutes <= ReachQuery.GreatestMinutes))
        {
            throw new ArgumentException($"The minutes must be above 0, at most {ReachQuery.GreatestMinutes}.", nameof(query));
        }

        if (!(query.DetourFactor >= 1 && query.DetourFactor <= ReachQuery.GreatestDetour))
        {
            throw new ArgumentException($"The detour factor must be from 1 to {ReachQuery.GreatestDetour}.", nameof(query));
        }

        return [.. ListKinds(map).Select(kind => Of(map.Resources, kind, query))];
    }

    private static ReachedKind Of(ResourceIndex resources, string kind, ReachQuery query)
    {
        var nearest = resources.Nearest(new NearestQuery
        {
            Point = query.Point,
            Kind = kind,
            Limit = 1,
            RadiusMetres = query.StraightMetres,
        });
        return nearest is [var hit]
            ? new ReachedKind(kind, resources.CountWithin(kind, query.Point, query.StraightMetres), hit)
            : new ReachedKind(kind, 0, null);
    }

    private static IEnumerable<string> ListKinds(CityMap map) =>
        map.Snapshot.Terms.Where(static t => t.Vocabulary == Vocabulary.Kind).Select(static t => t.Code)
            .Union(map.Resources.Kinds)
            .Order(StringComparer.Ordinal);
}
