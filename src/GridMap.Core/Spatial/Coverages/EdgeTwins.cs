namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// For each edge of the rings its twin, which is an edge that runs the other way, and whether an arc starts with it. In
/// rented arrays.
/// </summary>
internal sealed class EdgeTwins : IDisposable
{
    public const int None = -1;

    private readonly Rented<int> twin;
    private readonly Rented<bool> startsArc;

    private EdgeTwins(int length) => (twin, startsArc) = (new(length), new(length));

    /// <summary>The twin of each edge, or <see cref="None"/>.</summary>
    public int[] Twin => twin.Array;

    /// <summary>
    /// Whether each edge is the first of an arc. One goes on through a vertex where two borders meet and the rings on both
    /// sides go on together.
    /// </summary>
    public bool[] StartsArc => startsArc.Array;

    /// <summary>Matches all edges.</summary>
    public static EdgeTwins Of(RingArrays rings)
    {
        var twins = new EdgeTwins(rings.Length);
        using var groups = VertexGroups.Of(rings);
        var parts = Parts.Count(rings.Length, groups.Count);
        Parts.ForEach(parts, part =>
        {
            var matcher = new VertexMatcher(rings, twins);
            var end = Parts.Start(part + 1, parts, groups.Count);
            for (var group = Parts.Start(part, parts, groups.Count); group < end; group++)
            {
                matcher.Match(groups[group]);
            }
        });
        return twins;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        twin.Dispose();
        startsArc.Dispose();
    }
}
