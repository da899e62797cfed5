using GridMap.Core.Grids.Checks;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace GridMap.Core.Checking;

/// <summary>
/// A leaf's area should be a valid polygon on the lattice: not empty, no ring crossing itself or another, holes within
/// their shell.
/// </summary>
public sealed class InvalidPolygonCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "invalid_polygon";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        for (var leaf = 0; leaf < context.Map.Leaves.Count; leaf++)
        {
            var code = context.Map.Leaves[leaf].Code;
            if (context.Map.Coverage.RingCount(leaf) == 0)
            {
                yield return Report(context, code, null, "没有面积", "has no area");
            }
            else if (!context.Proof.IsValid(leaf) && Error(context.Areas[leaf]) is { } error)
            {
                yield return Report(
                    context, code, new Point(error.Coordinate ?? context.Areas[leaf].Coordinate),
                    $"的面无效({Chinese(error.ErrorType)})", $"has an invalid polygon ({error.Message})");
            }
        }
    }

    private static TopologyValidationError? Error(Geometry area)
    {
        var check = new IsValidOp(area);
        return check.IsValid ? null : check.ValidationError;
    }

    private Finding Report(CheckContext context, string code, Point? place, string zh, string en) => new(
        Rule, Severity.Error, context.Map.Partition.Code, [code], place, new($"网格 {code} {zh}。", $"Grid {code} {en}."));

    private static string Chinese(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => "自相交",
        TopologyValidationErrors.HoleOutsideShell => "洞在外环之外",
        TopologyValidationErrors.NestedHoles => "洞中有洞",
        TopologyValidationErrors.NestedShells => "外环嵌套",
        TopologyValidationErrors.DisconnectedInteriors => "内部不连通",
        TopologyValidationErrors.DuplicateRings => "重复的环",
        TopologyValidationErrors.TooFewPoints => "点太少",
        TopologyValidationErrors.InvalidCoordinate => "坐标无效",
        _ => "拓扑错误",
    };
}
