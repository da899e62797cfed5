namespace GridMap.Cli.Generating;

/// <summary>What a cut gave: two counter-clockwise rings, and the line between them from end to end.</summary>
internal sealed record Cut(int[] First, int[] Second, int[] Line);

/// <summary>How a cutting line looks.</summary>
/// <param name="Step">Metres between its vertices.</param>
/// <param name="Bow">The greatest bulge, as a share of its length.</param>
internal sealed record LineStyle(double Step, double Bow);

/// <summary>
/// Cuts a ring in two by a bent line across its longer side. The line starts and ends at nodes that the ring has, where
/// it can at a crossing, and of several tries the one with the most compact halves is taken.
/// </summary>
internal sealed class Cutter(Network network, Func<PlanePoint, double> density)
{
    private const int Tries = 10;

    /// <summary>Two parts whose areas are as the weights, the denser side being smaller for its weight.</summary>
    public Cut Split(int[] ring, double firstWeight, double secondWeight, LineStyle style, SplitMix random)
    {
        var shape = network.Points(ring);
        Attempt? best = null;
        for (var i = 0; i < Tries * 4 && (best is null || i < Tries); i++)
        {
            var attempt = Try(ring, shape, firstWeight, secondWeight, Gentler(style, i), i, random);
            if (attempt is not null && (best is null || attempt.Score > best.Score))
            {
                best = attempt;
            }
        }

        return Commit(ring, best ?? throw new InvalidOperationException("A block is too narrow to be divided."));
    }

    /// <summary>Cuts from a node of the ring to another along given inner vertices.</summary>
    public Cut Along(int[] ring, int from, int to, PlanePoint[] inner, PlanePoint axis) =>
        Commit(ring, new Attempt(from, to, inner, axis, 0));

    private sealed record Attempt(int From, int To, PlanePoint[] Inner, PlanePoint Axis, double Score);

    private static LineStyle Gentler(LineStyle style, int attempt) =>
        attempt < Tries ? style : style with { Bow = style.Bow * (1 - (attempt / (Tries * 4.0))) };

    private Attempt? Try(
        int[] ring, PlanePoint[] shape, double first, double second, LineStyle style, int attempt, SplitMix random)
    {
        var axis = Rings.LongAxis(shape);
        axis = attempt >= Tries * 2 && attempt % 2 == 1 ? axis.Left : axis;
        axis = (axis + (axis.Left * random.Between(-0.18, 0.18))).Unit;
        var limit = LimitFor(shape, axis, Share(shape, axis, first, second));
        if (FindChord(shape, axis, limit) is not var (a, b))
        {
            return null;
        }

        var (from, to) = (NodeNear(ring, shape, a), NodeNear(ring, shape, b));
        var inner = Inner(shape, from, to, style, random);
        return from == to || !IsClear(shape, from, to, inner)
            ? null
            : new Attempt(from, to, inner, axis, Score(shape, from, to, inner));
    }

    private double Share(PlanePoint[] shape, PlanePoint axis, double first, double second)
    {
        var limit = LimitFor(shape, axis, first / (first + second));
        var low = first / density(Rings.Centroid(Rings.Below(shape, axis, limit)));
        var high = second / density(Rings.Centroid(Rings.Below(shape, axis * -1, -limit)));
        return low / (low + high);
    }

    private static double LimitFor(PlanePoint[] shape, PlanePoint axis, double share)
    {
        var (low, high) = (shape.Min(axis.Dot), shape.Max(axis.Dot));
        var wanted = share * Rings.Area(shape);
        for (var i = 0; i < 14; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Rings.AreaBelow(shape, axis, middle) < wanted ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The edges where the longest piece of the line inside the ring begins and ends.</summary>
    private static (int From, int To)? FindChord(PlanePoint[] shape, PlanePoint axis, double limit)
    {
        var crossings = Enumerable.Range(0, shape.Length)
            .Where(i => axis.Dot(shape[i]) < limit != axis.Dot(shape[(i + 1) % shape.Length]) < limit)
            .OrderBy(i => axis.Left.Dot(shape[i]))
            .ToArray();
        return crossings.Length < 2 || crossings.Length % 2 != 0
            ? null
            : crossings.Chunk(2).Select(c => (c[0], c[1])).MaxBy(c => shape[c.Item1].DistanceTo(shape[c.Item2]));
    }

    /// <summary>A node near an edge: rather a crossing that is there than a new one beside it, and no corner.</summary>
    private int NodeNear(int[] ring, PlanePoint[] shape, int edge)
    {
        var reach = Math.Min(3, ring.Length / 10);
        return Enumerable.Range(edge - reach, (2 * reach) + 2)
            .Select(i => (i + ring.Length) % ring.Length)
            .MinBy(i => shape[i].DistanceTo(shape[edge])
                + (network.IsJunction(ring[i]) ? -45 : 0)
                + (IsCorner(shape, i, 1) ? 400 : IsCorner(shape, i, 2) ? 80 : 0));
    }

    private static bool IsCorner(PlanePoint[] shape, int i, int spread)
    {
        var before = (shape[i] - shape[(i + shape.Length - spread) % shape.Length]).Unit;
        var after = (shape[(i + spread) % shape.Length] - shape[i]).Unit;
        return before.Dot(after) < 0.85;
    }

    private static PlanePoint[] Inner(PlanePoint[] shape, int from, int to, LineStyle style, SplitMix random)
    {
        var chord = (shape[to] - shape[from]).Unit;
        var leaving = (Inwards(shape, from) + chord).Unit;
        var arriving = (Inwards(shape, to) - chord).Unit;
        var bow = style.Bow * random.Between(-1.0, 1.0);
        return Curves.Street(shape[from], leaving, shape[to], arriving, bow, style.Step);
    }

    private static PlanePoint Inwards(PlanePoint[] shape, int i)
    {
        var along = shape[(i + 1) % shape.Length] - shape[(i + shape.Length - 1) % shape.Length];
        return along.Unit.Left;
    }

    /// <summary>Whether the line keeps off the ring, but for its ends.</summary>
    private static bool IsClear(PlanePoint[] shape, int from, int to, PlanePoint[] inner)
    {
        var margin = Math.Min(16, 0.06 * Math.Sqrt(Rings.Area(shape)));
        return inner.All(p =>
            Rings.Contains(shape, p)
            && Rings.Clearance(shape, p) >= Math.Min(margin, 0.6 * Math.Min(p.DistanceTo(shape[from]), p.DistanceTo(shape[to]))));
    }

    private static double Score(PlanePoint[] shape, int from, int to, PlanePoint[] inner)
    {
        var one = Rings.Compactness([.. Span(shape, from, to), .. inner.Reverse()]);
        var other = Rings.Compactness([.. Span(shape, to, from), .. inner]);
        return Math.Min(one, other);
    }

    private Cut Commit(int[] ring, Attempt a)
    {
        var inner = network.AddAll(a.Inner);
        network.MarkJunction(ring[a.From]);
        network.MarkJunction(ring[a.To]);
        int[] one = [.. Span(ring, a.From, a.To), .. inner.Reverse()];
        int[] other = [.. Span(ring, a.To, a.From), .. inner];
        int[] line = [ring[a.From], .. inner, ring[a.To]];
        return Along(one, a.Axis) <= Along(other, a.Axis) ? new Cut(one, other, line) : new Cut(other, one, line);
    }

    private double Along(int[] ring, PlanePoint axis) => axis.Dot(Rings.Centroid(network.Points(ring)));

    /// <summary>From one index to another around the end, both included.</summary>
    private static IEnumerable<T> Span<T>(T[] ring, int from, int to)
    {
        for (var i = from; i != to; i = (i + 1) % ring.Length)
        {
            yield return ring[i];
        }

        yield return ring[to];
    }
}
