using System.Runtime.CompilerServices;
using GridMap.Core;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Answers;

/// <summary>The box around all grids of a map.</summary>
public static class MapExtent
{
    private static readonly ConditionalWeakTable<CityMap, Envelope> Kept = [];

    /// <summary>The box; null in the sense of NetTopologySuite when there are no grids. Not to be changed.</summary>
    public static Envelope Of(CityMap map) => Kept.GetValue(map, static m =>
    {
        var extent = new Envelope();
        foreach (var grid in m.Snapshot.Grids)
        {
            extent.ExpandToInclude(grid.Shape?.EnvelopeInternal ?? new Envelope());
        }

        return extent;
    });
}
