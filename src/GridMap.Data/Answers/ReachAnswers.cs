using GridMap.Core;
using GridMap.Core.Reach;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;

namespace GridMap.Data.Answers;

/// <summary>What of each kind lies within a walk.</summary>
/// <param name="State">The state that was asked, <c>revision@date</c>.</param>
/// <param name="Point">The point, on the lattice.</param>
/// <param name="Minutes">How long one walks.</param>
/// <param name="Pace"><c>normal</c> or <c>slow</c>.</param>
/// <param name="MetresPerMinute">How fast.</param>
/// <param name="DetourFactor">Metres walked for each metre in a straight line.</param>
/// <param name="Walked">Metres walked in the time.</param>
/// <param name="Radius">Metres in a straight line: the walked ones divided by the detour factor.</param>
/// <param name="Kinds">Every kind, by id.</param>
public sealed record ReachJson(
    string State,
    PointJson Point,
    double Minutes,
    string Pace,
    double MetresPerMinute,
    double DetourFactor,
    double Walked,
    double Radius,
    IReadOnlyList<ReachedKindJson> Kinds);

/// <summary>What of a kind lies within the walk.</summary>
/// <param name="Kind">The id of the kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many.</param>
/// <param name="Nearest">The nearest of them; null where there is none.</param>
public sealed record ReachedKindJson(string Kind, LocalText Name, int Count, ReachedJson? Nearest);

/// <summary>A resource within the walk.</summary>
/// <param name="Id"><c>source/id</c>.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Distance">Metres in a straight line, to its nearest entry gate or its shape.</param>
/// <param name="Walked">Metres walked: the distance times the detour factor.</param>
/// <param name="Minutes">Minutes walked, to one decimal.</param>
/// <param name="Lon">Of its nearest entry gate, or of a point of its shape.</param>
/// <param name="Lat">Of its nearest entry gate, or of a point of its shape.</param>
public sealed record ReachedJson(
    string Id, string? Name, double Distance, double Walked, double Minutes, double Lon, double Lat);

/// <summary>Shapes the answers for a walk.</summary>
public static class ReachAnswers
{
    /// <summary>The answer as it is written.</summary>
    public static ReachJson ToJson(CityMap map, ReachQuery query, IReadOnlyList<ReachedKind> kinds)
    {
        var names = map.Snapshot.Terms.Where(static t => t.Vocabulary == Vocabulary.Kind)
            .ToDictionary(static t => t.Code, static t => t.Name);
        var point = LatticePoint.From(query.Point).ToLonLat();
        return new ReachJson(
            StateText.Of(map.State),
            new PointJson(point.Lon, point.Lat),
            query.Minutes,
            query.Pace.Id,
            Math.Round(query.Pace.MetresPerMinute, 2),
            query.DetourFactor,
            Rounded.Metres(query.WalkedMetres),
            Rounded.Metres(query.StraightMetres),
            [.. kinds.Select(k => new ReachedKindJson(
                k.Kind, names.GetValueOrDefault(k.Kind, LocalText.Same(k.Kind)), k.Count, ToJson(query, k.Nearest)))]);
    }

    private static ReachedJson? ToJson(ReachQuery query, NearestHit? nearest)
    {
        if (nearest is not { } hit)
        {
            return null;
        }

        var walked = hit.DistanceMetres * query.DetourFactor;
        var at = ResourceDistance.FindGate(query.Point, hit.Resource) ?? ResourcePlace.Of(hit.Resource.Shape).ToLonLat();
        return new ReachedJson(
            hit.Resource.Key,
            hit.Resource.Name,
            Rounded.Metres(hit.DistanceMetres),
            Rounded.Metres(walked),
            Math.Round(walked / query.Pace.MetresPerMinute, 1),
            at.Lon,
            at.Lat);
    }
}
