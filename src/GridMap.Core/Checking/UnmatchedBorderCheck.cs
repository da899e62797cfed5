using GridMap.Core.Grids.Checks;
using GridMap.Core.Spatial.Coverages;
using GridMap.Core.Spatial.Distances;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>
/// Where two leaves meet, both should have the same vertices: else a border cannot be moved as one, and rounding opens
/// gaps.
/// </summary>
/// <remarks>
/// A finding for each pair of leaves. Its place is those parts of the border of the leaf whose code comes first that run
/// beside the other's without being the same (<see cref="Beside"/>); its measure is their length in metres, which is less
/// than a millimetre where the leaves only touch at a vertex of one of them. Neither depends on the ids of the grids.
/// </remarks>
public sealed class UnmatchedBorderCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "unmatched_border";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context) =>
        from part in ListParts(context)
        group part by (part.Leaf, part.Other) into border
        orderby border.Key.Leaf, border.Key.Other
        select Report(
            context, border.Key.Leaf, border.Key.Other,
            [.. Join(context.Map.Coverage, border.OrderBy(static p => (p.Vertex, p.From, p.To)))]);

    private static IEnumerable<Part> ListParts(CheckContext context)
    {
        var metres = context.Options.UnmatchedMetres;
        foreach (var (a, b) in BorderPairs.List(context.Map.Coverage, context.LooseBorders, metres))
        {
            var (first, second) = ComesFirst(context, a.Leaf, b.Leaf) ? (a, b) : (b, a);
            if (Beside.Find(first.Line, second.Line, metres) is var (from, to))
            {
                // As the arc goes, which has the leaf on its left or on its right.
                var isAlong = first.Line.Start == context.Map.Coverage.AllVertices[first.Vertex];
                yield return new Part(
                    first.Leaf, second.Leaf, first.Vertex, isAlong ? from : 1 - to, isAlong ? to : 1 - from);
            }
        }
    }

    // Codes and not ids, so that it is found in the same place whatever the ids; ids where both have one code.
    private static bool ComesFirst(CheckContext context, int leaf, int other) =>
        string.CompareOrdinal(context.Map.Leaves[leaf].Code, context.Map.Leaves[other].Code) is var order
        && (order < 0 || (order == 0 && leaf < other));

    /// <summary>The lines that rising parts of one leaf's border make, those that overlap or follow one another joined.</summary>
    private static IEnumerable<LineString> Join(Coverage coverage, IEnumerable<Part> parts)
    {
        var lines = new List<(Spot From, Spot To)>();
        foreach (var part in parts)
        {
            var (from, to) = (new Spot(part.Vertex, part.From), new Spot(part.Vertex, part.To));
            if (lines.Count > 0 && lines[^1].To.Reaches(from))
            {
                lines[^1] = (lines[^1].From, to.IsBeyond(lines[^1].To) ? to : lines[^1].To);
            }
            else
            {
                lines.Add((from, to));
            }
        }

        return lines.Select(line => new LineString(
        [
            line.From.Place(coverage),
            .. Enumerable.Range(line.From.Vertex + 1, line.To.Vertex - line.From.Vertex)
                .Select(vertex => new Spot(vertex, 0).Place(coverage)),
            line.To.Place(coverage),
        ]));
    }

    private Finding Report(CheckContext context, int leaf, int other, LineString[] lines)
    {
        var codes = context.Codes(leaf, other);
        var metres = lines.Sum(Length);
        return new(
            Rule, Severity.Warning, context.Map.Partition.Code, codes, new MultiLineString(lines),
            new(
                $"网格 {codes[0]} 与 {codes[1]} 的公共边界有 {metres:0.0} 米顶点不一致。",
                $"Grids {codes[0]} and {codes[1]} have different vertices on {metres:0.0} m of their border."),
            metres);
    }

    private static double Length(LineString line) => line.Coordinates.Zip(line.Coordinates.Skip(1)).Sum(
        static piece => Geodesic.Distance(new(piece.First.X, piece.First.Y), new(piece.Second.X, piece.Second.Y)));

    /// <summary>A part of a leaf's border beside another leaf: of the segment that begins at a vertex, from and to.</summary>
    private readonly record struct Part(int Leaf, int Other, int Vertex, double From, double To);

    /// <summary>A place on the border: on the segment that begins at a vertex, at a fraction of it.</summary>
    private readonly record struct Spot(int Vertex, double At)
    {
        public bool IsBeyond(Spot other) => (Vertex, At).CompareTo((other.Vertex, other.At)) > 0;

        /// <summary>
        /// Whether what ends here goes on there. Vertices that follow one another are of one arc, since no segment begins at
        /// its last one.
        /// </summary>
        public bool Reaches(Spot next) =>
            next.Vertex == Vertex ? next.At <= At : next.Vertex == Vertex + 1 && At == 1 && next.At == 0;

        public Coordinate Place(Coverage coverage)
        {
            var a = coverage.AllVertices[Vertex].ToLonLat();
            var b = At == 0 ? a : coverage.AllVertices[Vertex + 1].ToLonLat();
            return At == 1
                ? new Coordinate(b.Lon, b.Lat)
                : new Coordinate(a.Lon + (At * (b.Lon - a.Lon)), a.Lat + (At * (b.Lat - a.Lat)));
        }
    }
}
