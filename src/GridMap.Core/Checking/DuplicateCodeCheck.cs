using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>A code should belong to one grid of the partition.</summary>
public sealed class DuplicateCodeCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "duplicate_code";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context) =>
        from grid in context.Map.Tree.Grids
        group grid by grid.Code into same
        where same.Count() > 1
        orderby same.Key
        select Report(context, [.. same]);

    private Finding Report(CheckContext context, IReadOnlyList<Grid> grids)
    {
        var areas = grids.Select(g => context.Map.FindArea(g.Id)).OfType<Geometry>().ToArray();
        return new(
            Rule, Severity.Error, context.Map.Partition.Code, [grids[0].Code],
            areas.Length == 0 ? null : new GeometryCollection(areas),
            new(
                $"编码 {grids[0].Code} 用于 {grids.Count} 个网格。",
                $"The code {grids[0].Code} belongs to {grids.Count} grids."));
    }
}
