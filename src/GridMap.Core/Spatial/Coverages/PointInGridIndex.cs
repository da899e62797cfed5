namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Finds the leaf of a point, exactly on the lattice. Immutable, queried without locks and without allocation.
/// </summary>
/// <remarks>
/// Border rule: a point on a border belongs to the leaf immediately east of it, and where the border runs due east-west
/// to the leaf immediately north of it: the point is moved by (+ε, +ε²). Where leaves overlap the smallest number wins.
/// Longitude 180 is taken as −180.
/// <para>
/// The coverage lies under a grid of cells. Each cell knows the owners of its south-west corner and the edges that touch
/// it; a query walks from that corner north and then east, and toggles the leaves on both sides of what it crosses.
/// </para>
/// </remarks>
public sealed class PointInGridIndex
{
    private const int Antimeridian = 180;
    private const int OnStack = 32;

    private readonly Coverage coverage;
    private readonly CellGrid grid;
    private readonly PointInGridCells cells;

    private PointInGridIndex(Coverage coverage, CellGrid grid, PointInGridCells cells)
    {
        this.coverage = coverage;
        this.grid = grid;
        this.cells = cells;
    }

    /// <summary>The index over a coverage.</summary>
    public static PointInGridIndex Build(Coverage coverage)
    {
        var grid = new CellGrid(coverage.AllVertices);
        return new PointInGridIndex(coverage, grid, PointInGridCells.Build(coverage, grid));
    }

    /// <summary>The leaf that holds the point, or <see cref="Coverage.None"/>.</summary>
    public int Find(LatticePoint point)
    {
        point = Normalise(point);
        if (!grid.TryFind(point, out var column, out var row))
        {
            return Coverage.None;
        }

        var cell = (row * grid.Columns) + column;
        var edges = cells.Edges(cell);
        if (edges.IsEmpty)
        {
            return cells.SmallestOwner(cell);
        }

        var owners = new LeafToggles(stackalloc int[OnStack]);
        owners.Toggle(cells.Owners(cell));
        PointInGridWalk.Cross(coverage, edges, grid.Corner(column, row), point, ref owners);
        return owners.Smallest;
    }

    /// <summary>Every leaf that holds the point, in rising order: more than one where the coverage overlaps.</summary>
    public int[] FindAll(LatticePoint point)
    {
        point = Normalise(point);
        if (!grid.TryFind(point, out var column, out var row))
        {
            return [];
        }

        var cell = (row * grid.Columns) + column;
        var owners = new LeafToggles(stackalloc int[OnStack]);
        owners.Toggle(cells.Owners(cell));
        PointInGridWalk.Cross(coverage, cells.Edges(cell), grid.Corner(column, row), point, ref owners);
        var all = owners.Leaves.ToArray();
        Array.Sort(all);
        return all;
    }

    private static LatticePoint Normalise(LatticePoint point) =>
        point.X == Antimeridian * (long)LatticePoint.StepsPerDegree ? point with { X = -point.X } : point;
}
