using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Reference;
using GridMap.Core.Spatial.Areas;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>
/// A leaf should lie within the official division whose code its own begins with; the longest such counts. Where the
/// partition has a code scheme, only its lengths are asked: a beat <c>37998301|004</c> of the station <c>37998301</c> is
/// not in the street <c>379983010</c>, whose digits it happens to share.
/// </summary>
public sealed class DivisionCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "division";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        var divisions = context.Snapshot.Reference
            .Where(static r => r.Layer == ReferenceLayers.Division && !string.IsNullOrEmpty(r.Code))
            .ToLookup(static r => r.Code!, static r => r.Shape);
        return divisions.Count == 0
            ? []
            : Enumerable.Range(0, context.Map.Leaves.Count).Select(leaf => Check(context, leaf, divisions)).OfType<Finding>();
    }

    private Finding? Check(CheckContext context, int leaf, ILookup<string, Geometry> divisions)
    {
        var grid = context.Map.Leaves[leaf];
        if (FindDivision(grid.Code, context.Map.Partition.Scheme, divisions) is not { } division)
        {
            return null;
        }

        var outside = divisions[division].Aggregate(context.Areas[leaf], SafeOverlay.Difference);
        var area = EllipsoidArea.Of(outside);
        return area > context.Options.DivisionSquareMetres ? Report(context, grid, division, outside, area) : null;
    }

    private static string? FindDivision(string code, CodeScheme? scheme, ILookup<string, Geometry> divisions) =>
        (scheme?.Lengths ?? Enumerable.Range(1, code.Length))
            .Where(length => length <= code.Length).OrderDescending()
            .Select(length => code[..length]).FirstOrDefault(divisions.Contains);

    private Finding Report(CheckContext context, Grid grid, string division, Geometry place, double area) => new(
        Rule, Severity.Warning, context.Map.Partition.Code, [grid.Code], place,
        new(
            $"网格 {grid.Code} 有 {area:0} 平方米在行政区划 {division} 之外。",
            $"Grid {grid.Code} has {area:0} m² outside the division {division}."),
        area);
}
