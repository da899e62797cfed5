using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;

namespace GridMap.Core.Checking;

/// <summary>
/// Every leaf of the default partition should have a head: somebody holds a head's duty for it, or for a grid above it.
/// </summary>
public sealed class NoHeadCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "no_head";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        if (!context.Map.Partition.IsDefault || context.Map.Leaves.Count == 0)
        {
            return [];
        }

        if (context.Snapshot.Duties.Count == 0)
        {
            return [ReportNoDuties(context)];
        }

        var headed = context.Snapshot.Duties
            .Where(duty => duty.Holder is not DutyHolder.Vacant && context.Options.HeadRoles.Contains(duty.Role))
            .SelectMany(static duty => duty.Scope)
            .Where(static scope => scope.Kind == DutyScopeKind.Grid)
            .Select(static scope => scope.TargetId)
            .ToHashSet();
        return context.Map.Leaves
            .Where(leaf => !context.Map.Tree.ListPath(leaf).Any(grid => headed.Contains(grid.Id)))
            .Select(leaf => Report(context, leaf));
    }

    private Finding Report(CheckContext context, Grid leaf) => new(
        Rule, Severity.Warning, context.Map.Partition.Code, [leaf.Code], context.Map.FindArea(leaf.Id),
        new($"网格 {leaf.Code} 没有在任的网格长。", $"Grid {leaf.Code} has no head in post."));

    private Finding ReportNoDuties(CheckContext context) => new(
        Rule, Severity.Info, context.Map.Partition.Code, [], null,
        new(
            $"没有任何岗位,{context.Map.Leaves.Count} 个网格都没有网格长。",
            $"There are no duties at all: none of the {context.Map.Leaves.Count} grids has a head."));
}
