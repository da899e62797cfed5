using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;

namespace GridMap.Core.Checking;

/// <summary>The parent that a grid names should be there, and no grid should be above itself.</summary>
public sealed class OrphanCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "orphan";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        var tree = context.Map.Tree;
        foreach (var grid in tree.Grids)
        {
            if (grid.ParentId is not null && tree.FindParent(grid) is null)
            {
                yield return Report(context, grid, "的上级网格不存在", "names a parent that is not there");
            }
            else if (tree.ListPath(grid)[0].ParentId is { } above && tree.Find(above) is not null)
            {
                yield return Report(context, grid, "的上级关系成环", "is above itself, or below a grid that is");
            }
        }
    }

    private Finding Report(CheckContext context, Grid grid, string zh, string en) => new(
        Rule, Severity.Error, context.Map.Partition.Code, [grid.Code], context.Map.FindArea(grid.Id),
        new($"网格 {grid.Code} {zh}。", $"Grid {grid.Code} {en}."));
}
