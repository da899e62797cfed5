using GridMap.Core.Grids.Checks;
using GridMap.Core.Reference;
using GridMap.Core.Spatial.Areas;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>No compound and no dwelling should lie in more than one leaf, tolerances aside.</summary>
public abstract class CutCheck : ICheck
{
    /// <inheritdoc/>
    public abstract string Rule { get; }

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        foreach (var (name, shape) in List(context.Snapshot))
        {
            var parts = ListParts(context, shape);
            if (parts.Count > 1)
            {
                yield return Report(context, name, parts);
            }
        }
    }

    /// <summary>What should not be cut, with its name.</summary>
    protected abstract IEnumerable<(LocalText Name, Geometry Shape)> List(MapSnapshot snapshot);

    /// <summary>The parts of a shape in leaves that are large enough to count, the largest first.</summary>
    private static List<(int Leaf, Geometry Part, double Area)> ListParts(CheckContext context, Geometry shape)
    {
        if (shape is not (Polygon or MultiPolygon))
        {
            return [];
        }

        var least = Math.Max(context.Options.CutSquareMetres, context.Options.CutShare * EllipsoidArea.Of(shape));
        var near = context.Areas.ListNear(shape.EnvelopeInternal);
        return near.Count < 2
            ? []
            : [.. near.Select(leaf => (Leaf: leaf, Part: SafeOverlay.Intersection(context.Areas[leaf], shape)))
                .Select(static p => (p.Leaf, p.Part, Area: EllipsoidArea.Of(p.Part)))
                .Where(p => p.Area > least)
                .OrderByDescending(static p => p.Area).ThenBy(static p => p.Leaf)];
    }

    private Finding Report(CheckContext context, LocalText name, List<(int Leaf, Geometry Part, double Area)> parts)
    {
        var codes = context.Codes(parts.Select(static p => p.Leaf));
        var cut = parts.Skip(1).ToList();
        var area = cut.Sum(static p => p.Area);
        return new(
            Rule, Severity.Warning, context.Map.Partition.Code, codes,
            new GeometryCollection([.. cut.Select(static p => p.Part)]),
            new(
                $"{name.Zh} 分属网格 {string.Join("、", codes)},较小部分共 {area:0} 平方米。",
                $"{name.En} lies in the grids {string.Join(", ", codes)}; the smaller parts have {area:0} m²."),
            area);
    }
}

/// <summary>No compound should lie in more than one leaf.</summary>
public sealed class CompoundCutCheck : CutCheck
{
    /// <inheritdoc/>
    public override string Rule => "compound_cut";

    /// <inheritdoc/>
    protected override IEnumerable<(LocalText Name, Geometry Shape)> List(MapSnapshot snapshot) =>
        from compound in snapshot.Reference
        where compound.Layer == ReferenceLayers.Compound
        select (new LocalText($"小区 {compound.Name ?? compound.Key}", $"The compound {compound.Name ?? compound.Key}"), compound.Shape);
}

/// <summary>No dwelling should lie in more than one leaf.</summary>
public sealed class DwellingCutCheck : CutCheck
{
    /// <inheritdoc/>
    public override string Rule => "dwelling_cut";

    /// <inheritdoc/>
    protected override IEnumerable<(LocalText Name, Geometry Shape)> List(MapSnapshot snapshot) =>
        from dwelling in snapshot.Dwellings
        select (new LocalText($"居住点 {dwelling.Name ?? dwelling.Key}", $"The dwelling {dwelling.Name ?? dwelling.Key}"), dwelling.Shape);
}
