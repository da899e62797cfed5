using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Reference;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Areas;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Locating;

/// <summary>Answers where an address is in one partition: all grids that the thing found touches.</summary>
/// <remarks>
/// A compound, a community and a place with an area count by area; a road, and a building of several units, by the addresses
/// that make it up; a single address by its point. A grid that somebody assigned outranks all of these.
/// </remarks>
public static class AddressLocator
{
    /// <summary>What of an area lies in a grid counts from so many square metres: less is the rounding of a common border.</summary>
    public const double LeastSquareMetres = 1;

    private const int MostMembers = 2000;

    /// <summary>The answer without duties and stations.</summary>
    /// <param name="map">The partition.</param>
    /// <param name="hit">What was found for the address.</param>
    /// <param name="reference">Where the areas of compounds are.</param>
    /// <param name="accuracyMetres">How far off the place may be.</param>
    public static PartitionAnswer Locate(
        PartitionMap map, AddressHit hit, ReferenceIndex reference, double accuracyMetres)
    {
        var answer = Locator.Locate(map, LatticePoint.From(hit.Point), Math.Max(accuracyMetres, hit.AccuracyMetres));
        var shares = AreaOf(hit, reference) is { } area ? ListShares(map, area)
            : hit.Members.Count > 1 ? ListShares(map, hit.Members)
            : new List<GridShare>();
        answer = shares.Count == 0 ? answer : Touching(answer, shares);
        return FindAssigned(map, hit) is not { } assigned ? answer
            : hit.Place is null ? Assigned(map, answer, assigned)
            : Assigned(map, answer, assigned) with { IsAssigned = false, ByPosition = null };
    }

    /// <summary>The leaf that an address is assigned to in a partition, or the one leaf below the grid; null for none.</summary>
    internal static Grid? FindAssigned(PartitionMap map, long? gridId) =>
        gridId is { } id && map.Tree.Find(id) is { } grid ? grid : null;

    /// <summary>The answer of a position with a grid that somebody assigned to what stands there.</summary>
    internal static PartitionAnswer Assigned(PartitionMap map, PartitionAnswer answer, Grid assigned) => answer with
    {
        Grid = assigned,
        Path = map.Tree.ListPath(assigned),
        Certainty = Certainty.Sure,
        Border = answer.Grid?.Id == assigned.Id ? answer.Border : null,
        Nearest = null,
        Grids = [.. answer.Grids.Where(s => s.Grid.Id == assigned.Id).DefaultIfEmpty(new GridShare(assigned, 1)),
            .. answer.Grids.Where(s => s.Grid.Id != assigned.Id && answer.Grids.Count > 1)],
        IsAssigned = true,
        ByPosition = answer.Grid,
    };

    private static Grid? FindAssigned(PartitionMap map, AddressHit hit)
    {
        if (hit.Place?.GridId is { } place)
        {
            return FindAssigned(map, place);
        }

        var first = hit.Members.Count > 0 && hit.Precision <= AddressPrecision.Building ? hit.Members[0].AssignedGridId : null;
        return first is not null && hit.Members.All(m => m.AssignedGridId == first) ? FindAssigned(map, first) : null;
    }

    private static Geometry? AreaOf(AddressHit hit, ReferenceIndex reference)
    {
        if (hit.Place is not null)
        {
            return hit.Place.Area;
        }

        return hit.Compound is { } name
            ? reference.ListCovering(ReferenceLayers.Compound, hit.Point).FirstOrDefault(c => SameName(c.Name, name))?.Shape
                ?? FindNear(reference.List(ReferenceLayers.Compound), name, hit.Point)
            : hit.Area is { } area ? FindNear(reference.List(ReferenceLayers.Division), area, hit.Point)
            : null;
    }

    /// <summary>The polygon of that name around or beside a point: a door plate stands at the gate, outside the fence.</summary>
    private static Geometry? FindNear(IReadOnlyList<ReferenceFeature> features, string name, LonLat point)
    {
        const double Degrees = 0.004;
        var place = new Coordinate(point.Lon, point.Lat);
        return features.FirstOrDefault(f => SameName(f.Name, name) && f.Shape is IPolygonal
            && f.Shape.EnvelopeInternal.Distance(new Envelope(place)) < Degrees)?.Shape;
    }

    private static bool SameName(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static PartitionAnswer Touching(PartitionAnswer answer, List<GridShare> shares)
    {
        var isOne = shares.Count == 1 && (answer.Grid is null || shares[0].Grid.Id == answer.Grid.Id) && shares[0].Share > 0.999;
        return answer with
        {
            Grids = shares,
            Certainty = answer.Grid is null ? Certainty.Unknown : isOne ? Certainty.Sure : Certainty.Check,
        };
    }

    // An area is asked for again and again, by every address that is a compound; the maps of other states keep their own.
    private static readonly ConditionalWeakTable<PartitionMap, ConcurrentDictionary<Geometry, List<GridShare>>> Kept = [];

    private static List<GridShare> ListShares(PartitionMap map, Geometry area) => Kept
        .GetValue(map, static _ => new(ReferenceEqualityComparer.Instance))
        .GetOrAdd(area, static (shape, of) => Measure(of, shape), map);

    private static List<GridShare> Measure(PartitionMap map, Geometry area)
    {
        var whole = EllipsoidArea.Of(area);
        if (whole <= 0)
        {
            return [];
        }

        return [.. map.ListMeeting(area.EnvelopeInternal)
            .Select(g => (g.Grid, Area: g.Shape is { } shape ? EllipsoidArea.Of(SafeOverlay.Intersection(shape, area)) : 0))
            .Where(static s => s.Area >= LeastSquareMetres)
            .Select(s => new GridShare(s.Grid, Math.Min(1, s.Area / whole)))
            .OrderByDescending(static s => s.Share).ThenBy(static s => s.Grid.Id)];
    }

    private static List<GridShare> ListShares(PartitionMap map, IReadOnlyList<Address> members)
    {
        var counted = members.Take(MostMembers).ToList();
        return [.. counted
            .Select(m => FindAssigned(map, m.AssignedGridId) ?? map.FindLeaf(LatticePoint.From(m.Point)))
            .OfType<Grid>().GroupBy(static g => g.Id)
            .Select(g => new GridShare(g.First(), (double)g.Count() / counted.Count))
            .OrderByDescending(static s => s.Share).ThenBy(static s => s.Grid.Id)];
    }
}
