using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;

namespace GridMap.Core.Checking;

/// <summary>
/// A code should be as the partition's scheme says: as long as its level's codes are, of digits where it says so, and
/// begin with the parent's. Without a scheme: not empty and without white space.
/// </summary>
public sealed class CodeFormCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "code_form";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context) =>
        from grid in context.Map.Tree.Grids
        let wrong = FindWrong(context.Map, grid)
        where wrong is not null
        select new Finding(
            Rule, Severity.Error, context.Map.Partition.Code, [grid.Code], context.Map.FindArea(grid.Id), wrong.Value);

    private static LocalText? FindWrong(PartitionMap map, Grid grid)
    {
        var level = map.Partition.Levels.Select(static l => l.Id).ToList().IndexOf(grid.Level);
        return level < 0
                ? new($"网格 {grid.Code} 的层级 {grid.Level} 不在该网的层级中。", $"Grid {grid.Code} has the level {grid.Level}, which the partition has not.")
            : grid.Code.Length == 0 || grid.Code.Any(char.IsWhiteSpace)
                ? new($"网格编码“{grid.Code}”为空或含空白。", $"The grid code '{grid.Code}' is empty or has white space.")
            : map.Partition.Scheme is { } scheme ? FindWrong(map, grid, scheme, level) : null;
    }

    private static LocalText? FindWrong(PartitionMap map, Grid grid, CodeScheme scheme, int level)
    {
        var length = level < scheme.Lengths.Count ? scheme.Lengths[level] : grid.Code.Length;
        return grid.Code.Length != length
                ? new($"网格编码 {grid.Code} 应为 {length} 位。", $"The grid code {grid.Code} should have {length} characters.")
            : scheme.DigitsOnly && !grid.Code.All(char.IsAsciiDigit)
                ? new($"网格编码 {grid.Code} 应全为数字。", $"The grid code {grid.Code} should be of digits only.")
            : map.Tree.FindParent(grid) is { } parent && !grid.Code.StartsWith(parent.Code, StringComparison.Ordinal)
                ? new($"网格编码 {grid.Code} 应以上级编码 {parent.Code} 开头。", $"The grid code {grid.Code} should begin with its parent's, {parent.Code}.")
            : null;
    }
}
