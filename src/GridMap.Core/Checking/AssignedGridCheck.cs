using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>The grid that somebody assigned an address to should be the one it stands in, or be known not to be.</summary>
public sealed class AssignedGridCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "assigned_grid";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context) =>
        from address in context.Snapshot.Addresses
        where address.AssignedGridId is not null && address.Point.IsValid
        let assigned = context.Map.Tree.Find(address.AssignedGridId!.Value)
        where assigned is not null
        let leaf = context.Map.FindLeaf(LatticePoint.From(address.Point))
        where leaf is null || !context.Map.Tree.ListPath(leaf).Contains(assigned)
        select Report(context, address, assigned, leaf);

    private Finding Report(CheckContext context, Address address, Grid assigned, Grid? leaf)
    {
        string[] codes = leaf is null ? [assigned.Code] : [assigned.Code, leaf.Code];
        return new(
            Rule, Severity.Warning, context.Map.Partition.Code, [.. codes.Order(StringComparer.Ordinal)],
            new Point(address.Point.Lon, address.Point.Lat),
            new(
                $"地址 {address.Key} 指定属于网格 {assigned.Code},位置却在 {leaf?.Code ?? "所有网格之外"}。",
                $"The address {address.Key} is assigned to grid {assigned.Code} but stands in {leaf?.Code ?? "none"}."));
    }
}
