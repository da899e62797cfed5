namespace GridMap.Core.Spatial.Coverages;

/// <summary>A leaf that touches a circle, with its share of the circle's area, 0 to 1.</summary>
public readonly record struct LeafShare(int Leaf, double Share);

/// <summary>The shares of leaves in a circle on the ellipsoid.</summary>
public static class CircleShares
{
    private const double LongestPieceDegrees = 0.05;

    /// <summary>
    /// Every leaf that touches the circle, the largest share first, then by number. A leaf that touches it in a point
    /// has the share 0.
    /// </summary>
    /// <remarks>
    /// A leaf's share is 1 where it holds the centre, corrected for every piece of its border within the circle by the
    /// sector of the circle that it cuts off: only the borders that are near cost anything.
    /// </remarks>
    public static IReadOnlyList<LeafShare> List(
        Coverage coverage, PointInGridIndex index, BorderIndex borders, LatticePoint centre, double metres)
    {
        var shares = index.FindAll(centre).ToDictionary(static leaf => leaf, static _ => 1.0);
        AddBorders(shares, coverage, borders, centre, metres, static leaf => leaf);
        return [.. shares.Where(static s => s.Key != Coverage.None)
            .Select(static s => new LeafShare(s.Key, Math.Clamp(s.Value, 0, 1)))
            .OrderByDescending(static s => s.Share).ThenBy(static s => s.Leaf)];
    }

    /// <summary>Corrects the shares of leaves by what their borders within the circle cut off.</summary>
    /// <param name="shares">The shares by the keys of leaves: 1 for one that holds the centre.</param>
    /// <param name="coverage">The borders.</param>
    /// <param name="borders">The index over them.</param>
    /// <param name="centre">The circle's centre.</param>
    /// <param name="metres">Its radius.</param>
    /// <param name="keyOf">The key of a leaf or of <see cref="Coverage.None"/>; null: this side does not count.</param>
    internal static void AddBorders<TKey>(
        Dictionary<TKey, double> shares,
        Coverage coverage,
        BorderIndex borders,
        LatticePoint centre,
        double metres,
        Func<int, TKey?> keyOf)
        where TKey : notnull
    {
        var cut = new CircleCut(centre, metres);
        foreach (var (vertex, arc) in borders.ListWithin(centre, metres))
        {
            var share = cut.ShareLeftOf(coverage.AllVertices[vertex], coverage.AllVertices[vertex + 1]);
            Add(shares, keyOf(coverage.Left(arc)), share);
            Add(shares, keyOf(coverage.Right(arc)), -share);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, double> shares, TKey? key, double share)
        where TKey : notnull
    {
        if (key is not null)
        {
            shares[key] = shares.GetValueOrDefault(key) + share;
        }
    }

    /// <summary>What the edges within a circle cut off from its sectors.</summary>
    private readonly struct CircleCut
    {
        private const long HalfTurn = 180 * (long)LatticePoint.StepsPerDegree;

        private readonly LatticePoint centre;
        private readonly double metres;
        private readonly CirclePlane plane;

        public CircleCut(LatticePoint centre, double metres)
        {
            // By the border rule longitude 180 is −180.
            this.centre = centre.X == HalfTurn ? centre with { X = -HalfTurn } : centre;
            this.metres = metres;
            plane = new CirclePlane(this.centre.ToLonLat());
        }

        /// <summary>
        /// The area between the circle's centre and the edge, less the circle's sector over the edge, both signed
        /// positive where the centre is to the left; as a share of the circle.
        /// </summary>
        public double ShareLeftOf(LatticePoint from, LatticePoint to)
        {
            var radius = plane.Radius(metres);
            if (radius <= 0)
            {
                return 0;
            }

            // An edge beyond the date line is brought to the centre's side of it.
            var turn = from.X - centre.X > HalfTurn ? -2 * HalfTurn : from.X - centre.X < -HalfTurn ? 2 * HalfTurn : 0;
            (from, to) = (new(from.X + turn, from.Y), new(to.X + turn, to.Y));
            var (a, b) = (from.ToLonLat(), to.ToLonLat());
            var length = Math.Max(Math.Abs(b.Lon - a.Lon), Math.Abs(b.Lat - a.Lat));
            var pieces = Math.Max(1, (int)Math.Ceiling(length / LongestPieceDegrees));
            var (area, angle) = (0.0, 0.0);
            var before = from == centre ? (0, 0) : plane.Project(a);
            for (var i = 1; i <= pieces; i++)
            {
                var t = (double)i / pieces;
                var at = i == pieces ? b : new LonLat(a.Lon + (t * (b.Lon - a.Lon)), a.Lat + (t * (b.Lat - a.Lat)));
                var after = i == pieces && to == centre ? (0, 0) : plane.Project(at);
                var piece = Piece(before, after, radius);
                (area, angle) = (area + piece.Area, angle + piece.Angle);
                before = after;
            }

            return (area - (radius * radius * OnItsSide(angle, from, to))) / (2 * Math.PI * radius * radius);
        }

        /// <summary>
        /// Where the centre is on the edge, or as good as on it, only the exact test says on which side: the angle is
        /// half a turn to the left or to the right.
        /// </summary>
        private double OnItsSide(double angle, LatticePoint from, LatticePoint to)
        {
            var isLeft = LatticeSide.IsLeft(from, to, centre);
            return isLeft && angle < -Math.PI / 2 ? angle + (2 * Math.PI)
                : !isLeft && angle > Math.PI / 2 ? angle - (2 * Math.PI)
                : angle;
        }

        /// <summary>Twice the signed area, and the signed angle, that the centre sees of a segment's part in the circle.</summary>
        private static (double Area, double Angle) Piece((double X, double Y) a, (double X, double Y) b, double radius)
        {
            if (CutByCircle(a, b, radius) is not var (p, q))
            {
                return (0, 0);
            }

            var area = (p.X * q.Y) - (p.Y * q.X);
            (p, q) = (SeenFromCentre(p), SeenFromCentre(q));
            return (area, Math.Atan2((p.X * q.Y) - (p.Y * q.X), (p.X * q.X) + (p.Y * q.Y)));
        }

        /// <summary>By the border rule the centre stands a little to the east of itself.</summary>
        private static (double X, double Y) SeenFromCentre((double X, double Y) point) => point == (0, 0) ? (-1, 0) : point;

        /// <summary>The part of the segment within the circle about 0, 0; null where it is outside.</summary>
        private static ((double X, double Y) From, (double X, double Y) To)? CutByCircle(
            (double X, double Y) a, (double X, double Y) b, double radius)
        {
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var square = (dx * dx) + (dy * dy);
            var half = (a.X * dx) + (a.Y * dy);
            var root = (half * half) - (square * ((a.X * a.X) + (a.Y * a.Y) - (radius * radius)));
            if (square == 0 || root <= 0)
            {
                return null;
            }

            var enter = Math.Max(0, (-half - Math.Sqrt(root)) / square);
            var leave = Math.Min(1, (-half + Math.Sqrt(root)) / square);
            return enter >= leave
                ? null
                : ((a.X + (enter * dx), a.Y + (enter * dy)), (a.X + (leave * dx), a.Y + (leave * dy)));
        }
    }
}
