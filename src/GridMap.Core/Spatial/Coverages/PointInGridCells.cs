namespace GridMap.Core.Spatial.Coverages;

/// <summary>What each cell of the grid knows: the owners of its south-west corner, and the edges that touch it.</summary>
internal sealed class PointInGridCells
{
    private readonly int[] edgeStarts;
    private readonly CellEdge[] edges;
    private readonly int[] owners;
    private readonly List<int[]> overlaps = [];

    private PointInGridCells(int[] edgeStarts, CellEdge[] edges, int[] owners)
    {
        this.edgeStarts = edgeStarts;
        this.edges = edges;
        this.owners = owners;
    }

    public static PointInGridCells Build(Coverage coverage, CellGrid grid)
    {
        var starts = new int[grid.Count + 1];
        VisitEdges(coverage, grid, (cell, _) => starts[cell + 1]++);
        for (var cell = 0; cell < grid.Count; cell++)
        {
            starts[cell + 1] += starts[cell];
        }

        var edges = new CellEdge[starts[^1]];
        var next = starts.AsSpan(0, grid.Count).ToArray();
        VisitEdges(coverage, grid, (cell, edge) => edges[next[cell]++] = edge);
        var cells = new PointInGridCells(starts, edges, new int[grid.Count]);
        cells.FindOwners(coverage, grid);
        return cells;
    }

    public ReadOnlySpan<CellEdge> Edges(int cell) => edges.AsSpan(edgeStarts[cell]..edgeStarts[cell + 1]);

    /// <summary>The leaves that hold the corner of a cell, in rising order.</summary>
    public ReadOnlySpan<int> Owners(int cell) => owners[cell] switch
    {
        Coverage.None => [],
        >= 0 => owners.AsSpan(cell, 1),
        var code => overlaps[-2 - code],
    };

    public int SmallestOwner(int cell) => owners[cell] is var code && code >= Coverage.None ? code : overlaps[-2 - code][0];

    private static void VisitEdges(Coverage coverage, CellGrid grid, Action<int, CellEdge> visit)
    {
        var vertices = coverage.AllVertices;
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            for (var v = coverage.FirstVertex(arc); v < coverage.FirstVertex(arc + 1) - 1; v++)
            {
                VisitCells(vertices[v], vertices[v + 1], grid, new CellEdge(v, arc), visit);
            }
        }
    }

    /// <summary>
    /// The cells that an edge touches, row by row. The ends in a row are computed with a margin of two steps for
    /// rounding: a cell too many costs a test, one too few would be wrong.
    /// </summary>
    private static void VisitCells(
        LatticePoint a, LatticePoint b, CellGrid grid, CellEdge edge, Action<int, CellEdge> visit)
    {
        var (south, north) = a.Y <= b.Y ? (a, b) : (b, a);
        var (firstRow, lastRow) = (grid.Row(south.Y - 2), grid.Row(north.Y + 2));
        for (var row = firstRow; row <= lastRow; row++)
        {
            long low = Math.Min(south.X, north.X), high = Math.Max(south.X, north.X);
            if (firstRow != lastRow && north.Y != south.Y)
            {
                var x1 = XAt(south, north, grid.Corner(0, row).Y - 2);
                var x2 = XAt(south, north, grid.Corner(0, row + 1).Y + 2);
                (low, high) = (Math.Max(low, Math.Min(x1, x2)), Math.Min(high, Math.Max(x1, x2)));
            }

            for (var column = grid.Column(low - 2); column <= grid.Column(high + 2); column++)
            {
                visit((row * grid.Columns) + column, edge);
            }
        }
    }

    private static long XAt(LatticePoint south, LatticePoint north, long y)
    {
        var share = Math.Clamp((double)(y - south.Y) / (north.Y - south.Y), 0, 1);
        return south.X + (long)Math.Round(share * (north.X - south.X));
    }

    private void FindOwners(Coverage coverage, CellGrid grid)
    {
        Span<int> buffer = stackalloc int[32];
        for (var row = 0; row < grid.Rows; row++)
        {
            var inside = new LeafToggles(buffer);
            for (var column = 0; column < grid.Columns; column++)
            {
                var cell = (row * grid.Columns) + column;
                owners[cell] = Encode(inside.Leaves);
                PointInGridWalk.Cross(
                    coverage, Edges(cell), grid.Corner(column, row), grid.Corner(column + 1, row), ref inside);
            }
        }
    }

    private int Encode(ReadOnlySpan<int> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.IsEmpty ? Coverage.None : leaves[0];
        }

        var sorted = leaves.ToArray();
        Array.Sort(sorted);
        if (overlaps.Count == 0 || !overlaps[^1].AsSpan().SequenceEqual(sorted))
        {
            overlaps.Add(sorted);
        }

        return -1 - overlaps.Count;
    }
}
