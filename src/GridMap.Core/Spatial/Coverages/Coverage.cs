using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The leaves of a partition as arcs: each border once, with the leaf on its left and the leaf on its right. Polygons
/// are derived from it. Immutable, flat arrays, safe to share between threads.
/// </summary>
/// <remarks>
/// Leaves are numbered from 0 in the order in which they were added (the order of grid ids, so that the smallest number
/// is the smallest id). An arc runs between two nodes, or is a closed ring; a node is a vertex where not exactly two
/// borders meet. Dirty input is kept as it is: a border without a counterpart has <see cref="None"/> on one side, and a
/// border that two leaves claim on the same side is there twice. A leaf covers what is inside an odd number of its
/// rings.
/// </remarks>
public sealed class Coverage
{
    /// <summary>Nothing, where a leaf could stand.</summary>
    public const int None = -1;

    private readonly CoverageArrays arrays;

    internal Coverage(CoverageArrays arrays) => this.arrays = arrays;

    /// <summary>A coverage without leaves.</summary>
    public static readonly Coverage Empty = new CoverageBuilder().Build();

    /// <summary>How many leaves there are, those without any ring included.</summary>
    public int LeafCount => arrays.LeafRings.Length - 1;

    /// <summary>How many arcs there are.</summary>
    public int ArcCount => arrays.Left.Length;

    /// <summary>How many vertices all arcs have, both ends of each counted.</summary>
    public int VertexCount => arrays.Vertices.Length;

    /// <summary>The leaf on the left of an arc as one goes along it, or <see cref="None"/>.</summary>
    public int Left(int arc) => arrays.Left[arc];

    /// <summary>The leaf on the right of an arc, or <see cref="None"/>.</summary>
    public int Right(int arc) => arrays.Right[arc];

    /// <summary>The leaf on the other side of an arc that has a leaf on one, or <see cref="None"/>.</summary>
    public int Across(int arc, int leaf) => Left(arc) == leaf ? Right(arc) : Left(arc);

    /// <summary>Whether an arc has a leaf on each side, and not the same.</summary>
    public bool PartsTwoLeaves(int arc) =>
        arrays.Left[arc] != None && arrays.Right[arc] != None && arrays.Left[arc] != arrays.Right[arc];

    /// <summary>The vertices of an arc, both ends included; at least two, the first being the last in a closed one.</summary>
    public ReadOnlySpan<LatticePoint> Vertices(int arc) =>
        arrays.Vertices.AsSpan(arrays.ArcVertices[arc]..arrays.ArcVertices[arc + 1]);

    /// <summary>
    /// Where the vertices of an arc begin in <see cref="AllVertices"/>; of <see cref="ArcCount"/>: where the last ends.
    /// </summary>
    public int FirstVertex(int arc) => arrays.ArcVertices[arc];

    /// <summary>The vertices of all arcs, one arc after the other.</summary>
    public ReadOnlySpan<LatticePoint> AllVertices => arrays.Vertices;

    /// <summary>The array behind <see cref="AllVertices"/>; not to be written to.</summary>
    internal LatticePoint[] VertexArray => arrays.Vertices;

    /// <summary>The arc that holds a vertex of <see cref="AllVertices"/>.</summary>
    public int ArcOf(int vertex)
    {
        var found = Array.BinarySearch(arrays.ArcVertices, vertex);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>How many rings a leaf has.</summary>
    public int RingCount(int leaf) => arrays.LeafRings[leaf + 1] - arrays.LeafRings[leaf];

    /// <summary>Whether a ring of a leaf (from 0) is a shell; the holes in a shell come after it.</summary>
    public bool IsShell(int leaf, int ring) => arrays.RingIsShell[arrays.LeafRings[leaf] + ring];

    /// <summary>
    /// The arcs of a ring in order, the leaf being on the left: <c>a</c> along arc a, <c>~a</c> against it.
    /// </summary>
    public ReadOnlySpan<int> RingArcs(int leaf, int ring)
    {
        var at = arrays.LeafRings[leaf] + ring;
        return arrays.RingArcs.AsSpan(arrays.RingStarts[at]..arrays.RingStarts[at + 1]);
    }

    /// <summary>How many vertices a ring of a leaf has, the closing one left out.</summary>
    public int RingLength(int leaf, int ring)
    {
        var length = 0;
        foreach (var reference in RingArcs(leaf, ring))
        {
            length += Vertices(reference < 0 ? ~reference : reference).Length - 1;
        }

        return length;
    }

    /// <summary>Writes the vertices of a ring of a leaf, the leaf being on the left, without the closing one.</summary>
    public void CopyRing(int leaf, int ring, Span<LatticePoint> to)
    {
        foreach (var reference in RingArcs(leaf, ring))
        {
            var vertices = Vertices(reference < 0 ? ~reference : reference);
            var added = to[..(vertices.Length - 1)];
            if (reference < 0)
            {
                vertices[1..].CopyTo(added);
                added.Reverse();
            }
            else
            {
                vertices[..^1].CopyTo(added);
            }

            to = to[added.Length..];
        }
    }

    /// <summary>
    /// The area of a leaf: a polygon, or a multipolygon where it has several shells, lon lat in degrees; shells run
    /// counter-clockwise, holes clockwise. As invalid as what was added; empty for a leaf without rings.
    /// </summary>
    public Geometry GetPolygon(int leaf)
    {
        var polygons = new List<Polygon>();
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        for (var ring = 0; ring < RingCount(leaf); ring++)
        {
            if (IsShell(leaf, ring) && shell is not null)
            {
                polygons.Add(new Polygon(shell, [.. holes]));
                holes.Clear();
                shell = null;
            }

            var points = new LatticePoint[RingLength(leaf, ring)];
            CopyRing(leaf, ring, points);
            var line = ToLinearRing(points);
            if (shell is null)
            {
                shell = line;
            }
            else
            {
                holes.Add(line);
            }
        }

        if (shell is not null)
        {
            polygons.Add(new Polygon(shell, [.. holes]));
        }

        return polygons.Count switch
        {
            0 => Polygon.Empty,
            1 => polygons[0],
            _ => new MultiPolygon([.. polygons]),
        };
    }

    private static LinearRing ToLinearRing(LatticePoint[] points)
    {
        var coordinates = new Coordinate[points.Length + 1];
        for (var i = 0; i < points.Length; i++)
        {
            var (lon, lat) = points[i].ToLonLat();
            coordinates[i] = new Coordinate(lon, lat);
        }

        coordinates[^1] = coordinates[0].Copy();
        return new LinearRing(coordinates);
    }
}

/// <summary>The flat arrays of a coverage.</summary>
/// <param name="Vertices">The vertices of all arcs.</param>
/// <param name="ArcVertices">Where each arc's vertices begin; one more for the end.</param>
/// <param name="Left">The leaf on the left of each arc.</param>
/// <param name="Right">The leaf on the right of each arc.</param>
/// <param name="RingArcs">The arc references of all rings.</param>
/// <param name="RingStarts">Where each ring's references begin; one more for the end.</param>
/// <param name="RingIsShell">Whether each ring is a shell.</param>
/// <param name="LeafRings">Where each leaf's rings begin; one more for the end.</param>
internal sealed record CoverageArrays(
    LatticePoint[] Vertices,
    int[] ArcVertices,
    int[] Left,
    int[] Right,
    int[] RingArcs,
    int[] RingStarts,
    bool[] RingIsShell,
    int[] LeafRings);
