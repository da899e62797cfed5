using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Locating;

/// <summary>What can be found by a name or a code beside the addresses: resources, compounds, grids.</summary>
public static class NamedPlaces
{
    private const int LeastCode = 4;

    /// <summary>The attributes that hold further names, several separated by semicolons.</summary>
    private static readonly string[] AliasNames = ["alias", "aliases", "old_name", "alt_name", "short_name", "code", "ref"];

    /// <summary>All of them; what has neither name nor code is left out.</summary>
    public static IReadOnlyList<NamedPlace> List(
        IReadOnlyList<Resource> resources,
        IReadOnlyList<ReferenceFeature> reference,
        IReadOnlyList<GridVersion> grids,
        IReadOnlyList<GridVersion> retired,
        IReadOnlyDictionary<string, long> usedKeys)
    {
        var former = FormerCodes(grids, usedKeys);
        return [.. resources.Select(Of).Concat(reference.Where(static f => f.Layer == ReferenceLayers.Compound).Select(Of))
            .Concat(grids.Select(g => Of(g, former[g.Id]))).Concat(retired.Select(OfRetired)).OfType<NamedPlace>()];
    }

    /// <summary>The codes that grids in force had before, by the grids' ids.</summary>
    private static ILookup<long, string> FormerCodes(
        IReadOnlyList<GridVersion> grids, IReadOnlyDictionary<string, long> usedKeys)
    {
        var now = grids.Select(static g => g.Key).ToHashSet();
        return usedKeys.Where(k => !now.Contains(k.Key)).ToLookup(static k => k.Value, static k => k.Key[(k.Key.IndexOf('/') + 1)..]);
    }

    private static NamedPlace? Of(Resource resource) => Make(
        [resource.Name, .. Aliases(resource.Attributes), CodeOf(resource.SourceKey.Id)],
        resource.Shape,
        resource.Gates.Count > 0 ? resource.Gates[0] : null);

    private static NamedPlace? Of(ReferenceFeature compound) =>
        Make([compound.Name, .. Aliases(compound.Attributes), compound.Code], compound.Shape, null) is { } place
            ? place with { Precision = AddressPrecision.Compound }
            : null;

    private static NamedPlace? Of(GridVersion version, IEnumerable<string> former) => version.Shape is null
        ? null
        : Make([version.Grid.Name ?? version.Grid.Code, version.Grid.Code, .. former], version.Shape, null) is { } place
            ? place with { GridId = version.Id, Precision = AddressPrecision.Community }
            : null;

    /// <summary>A grid that is in force no more is the area that it had: its answer is who has that now.</summary>
    private static NamedPlace? OfRetired(GridVersion version) => version.Shape is null
        ? null
        : Make([version.Grid.Code], version.Shape, null) is { } place
            ? place with { Precision = AddressPrecision.Community }
            : null;

    /// <summary>An id counts as a code that people may read off a plate when it has a digit and some length.</summary>
    private static string? CodeOf(string id) => id.Length >= LeastCode && id.Any(char.IsAsciiDigit) ? id : null;

    private static IEnumerable<string> Aliases(AttributeSet attributes) => AliasNames
        .Select(attributes.Find).OfType<string>()
        .SelectMany(static text => text.Split([';', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static NamedPlace? Make(string?[] names, Geometry shape, LonLat? gate)
    {
        string[] known = [.. names.OfType<string>().Where(static n => n.Length > 0).Distinct()];
        return known.Length == 0 || shape.IsEmpty ? null : new NamedPlace
        {
            Names = known,
            Point = gate ?? PointOf(shape),
            Area = shape is IPolygonal ? shape : null,
        };
    }

    private static LonLat PointOf(Geometry shape)
    {
        var inside = shape is Point ? shape.Coordinate : shape.InteriorPoint.Coordinate;
        return LatticePoint.From(new LonLat(inside.X, inside.Y)).ToLonLat();
    }
}
