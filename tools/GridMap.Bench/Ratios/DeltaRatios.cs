using GridMap.Bench.Data;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Ratios;

/// <summary>
/// A corner where four polygons meet is moved: the next map from the one before. Milliseconds, so the figure is one of a
/// machine and not a ratio; it must not grow with the partition. Beside it, lookups in the changed map against the one
/// without changes.
/// </summary>
internal static class DeltaRatios
{
    private const int Changes = 12;
    private const int Repetitions = 20;
    private const int Points = 200_000;

    public static IEnumerable<Figure> Run(NamedGrids grids)
    {
        var before = CityMap.Build(MapSnapshots.Of(grids));
        var changes = MakeChanges(before).ToList();
        var points = grids.RandomPoints(Points);
        var after = Apply(before, changes);
        Require(after, points);

        // Often enough that it is compiled code that is measured.
        var milliseconds = Rounds.Measure(() =>
        {
            for (var i = 0; i < Repetitions; i++)
            {
                Apply(before, changes);
            }

            return Changes * Repetitions;
        })[0].Select(static s => 1000 / s).ToArray();

        // By themselves: both read the same base, and the one after the changes would find it out of the caches.
        var speeds = Rounds.Measure(() => Look(after.Partitions[0], points), () => Look(before.Partitions[0], points));
        yield return Rounds.Compare(
            $"delta-ms-{grids.Name}", milliseconds, [.. milliseconds.Select(static _ => 1.0)], 1, Aim.AtMost,
            $"{Rounds.Median(milliseconds):0.00} ms a change of 4 of {grids.Polygons.Length} polygons");
        yield return Rounds.Compare(
            $"delta-lookup-{grids.Name}", speeds[0], speeds[1], 0.8, Aim.AtLeast,
            $"{Rounds.Median(speeds[0]) / 1e6:0.00} M lookups a second after {Changes} changes, {Rounds.Median(speeds[1]) / 1e6:0.00} M before");
    }

    private static CityMap Apply(CityMap map, IEnumerable<ChangeSet> changes)
    {
        foreach (var change in changes)
        {
            map = map.With(change, new MapState(map.State.Revision + 1, map.State.Date));
        }

        return map;
    }

    /// <summary>Corners far from one another, each with all polygons around it.</summary>
    private static IEnumerable<ChangeSet> MakeChanges(CityMap map)
    {
        var leaves = map.Snapshot.Grids.Where(static g => g.Shape is not null).ToArray();
        var random = new Random(3);
        for (var i = 0; i < Changes; i++)
        {
            var leaf = leaves[(i * leaves.Length / Changes) + random.Next(20)];
            var corner = leaf.Shape!.Coordinate;
            var to = new Coordinate(corner.X + 1e-5, corner.Y + 1e-5);
            var around = leaves.Where(l => l.Shape!.EnvelopeInternal.Intersects(corner) && l.Shape.Coordinates.Contains(corner));
            yield return new ChangeSet
            {
                ExpectedRevision = i,
                NextId = map.Snapshot.NextId,
                Effective = map.State.Date,
                Actor = "bench",
                Grids = new([.. around.Select(l => new GridVersion(l.Grid, Move(l.Shape!, corner, to)))], []),
            };
        }
    }

    private static Polygon Move(Geometry shape, Coordinate corner, Coordinate to) => new(new LinearRing(
        [.. shape.Coordinates.Select(c => c.Equals2D(corner) ? to.Copy() : c.Copy())]));

    private static void Require(CityMap changed, LatticePoint[] points)
    {
        var (map, anew) = (changed.Partitions[0], CityMap.Build(changed.Snapshot).Partitions[0]);
        foreach (var point in points)
        {
            if (map.FindLeaf(point)?.Id != anew.FindLeaf(point)?.Id)
            {
                throw new InvalidOperationException($"At {point.ToLonLat()} a changed map answers otherwise than a new one.");
            }
        }
    }

    private static long Look(PartitionMap map, LatticePoint[] points)
    {
        long sum = 0;
        foreach (var point in points)
        {
            sum += map.FindLeaf(point)?.Id ?? 0;
        }

        Sink.Take(sum);
        return points.Length;
    }
}
