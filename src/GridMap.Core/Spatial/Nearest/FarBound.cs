using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>Bounds at any distance: the way to the middle of a box, less or more the way from there to its corner.</summary>
internal readonly struct FarBound(LatticePoint point) : IDistanceBound
{
    private const double RadiansPerStep = Wgs84.RadiansPerDegree / LatticePoint.StepsPerDegree;
    private const double GreatestRadius = 6399593.6258;

    private readonly PointFrame from = new(point.ToLonLat());

    /// <inheritdoc/>
    public void Least(ReadOnlySpan<double> sides, Span<double> least)
    {
        for (var i = 0; i < BoxTree.Fanout; i++)
        {
            least[i] = Least(new LatticeBox(
                (long)sides[i],
                (long)sides[BoxTree.Fanout + i],
                (long)sides[(2 * BoxTree.Fanout) + i],
                (long)sides[(3 * BoxTree.Fanout) + i]));
        }
    }

    /// <inheritdoc/>
    public void Between(in Leaf leaf, Span<double> least, Span<double> most)
    {
        for (var i = 0; i < BoxTree.LeafSize; i++)
        {
            var box = leaf.BoxAt(i);
            (least[i], most[i]) = (Least(box), Most(box));
        }
    }

    /// <inheritdoc/>
    public double Most(in LatticeBox box)
    {
        var most = ToMiddle(box) + Reach(box);
        return most * most;
    }

    /// <inheritdoc/>
    public double Least(in LatticeBox box)
    {
        var least = Math.Max(0, ToMiddle(box) - Reach(box));
        return least * least;
    }

    private double ToMiddle(in LatticeBox box) => Geodesic.Distance(
        from, new LatticePoint((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2).ToLonLat());

    /// <summary>From the middle at least as far as to any place of the box: north or south, then along the longest parallel.</summary>
    private static double Reach(in LatticeBox box)
    {
        if (box.IsPoint)
        {
            return 0;
        }

        var widest = box.MinY <= 0 && box.MaxY >= 0 ? 0 : Math.Min(Math.Abs(box.MinY), Math.Abs(box.MaxY));
        var parallel = Math.Cos(widest * RadiansPerStep);
        return GreatestRadius * RadiansPerStep
            * ((box.MaxY - box.MinY + 2) + (parallel * (box.MaxX - box.MinX + 2))) / 2;
    }
}
