using System.Buffers;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>Writes the rings of leaves into an array, which is rented where it must grow. Used by one thread.</summary>
internal sealed class RingWriter
{
    private readonly List<int> ringStarts = [];
    private readonly List<int> ringEnds = [];
    private readonly List<bool> ringIsShell = [];
    private readonly List<int> ringLeaf = [];
    private readonly List<int> leafRings = [];
    private LatticePoint[] points;
    private int at;

    /// <param name="points">Rented. Nobody else writes behind the place until <see cref="RoomFor"/> is used up.</param>
    /// <param name="at">Where to begin.</param>
    public RingWriter(LatticePoint[] points, int at) => (this.points, this.at) = (points, at);

    /// <summary>How many leaves were added.</summary>
    public int LeafCount => leafRings.Count;

    /// <summary>How many points a shape takes at most.</summary>
    public static int RoomFor(Geometry? shape) => shape switch
    {
        Polygon polygon => polygon.NumPoints + 1 + polygon.NumInteriorRings,
        GeometryCollection collection => collection.Geometries.Sum(RoomFor),
        _ => 0,
    };

    /// <summary>Adds a leaf; see <see cref="CoverageBuilder.Add(Geometry?)"/>.</summary>
    public void Add(Geometry? shape)
    {
        leafRings.Add(ringLeaf.Count);
        AddPart(shape);
    }

    /// <summary>Adds a leaf as another coverage has it.</summary>
    public void Add(Coverage coverage, int other)
    {
        leafRings.Add(ringLeaf.Count);
        for (var ring = 0; ring < coverage.RingCount(other); ring++)
        {
            var length = coverage.RingLength(other, ring);
            MakeRoom(length + 1);
            coverage.CopyRing(other, ring, points.AsSpan(at));
            points[at + length] = points[at];
            EndRing(length + 1, coverage.IsShell(other, ring));
        }
    }

    /// <summary>All rings of writers that wrote into the same array, one after the other.</summary>
    public static RingArrays Join(ReadOnlySpan<RingWriter> parts)
    {
        var all = new RingWriter(parts[0].points, parts[^1].at);
        foreach (var part in parts)
        {
            var (ring, leaf) = (all.ringLeaf.Count, all.leafRings.Count);
            all.ringStarts.AddRange(part.ringStarts);
            all.ringEnds.AddRange(part.ringEnds);
            all.ringIsShell.AddRange(part.ringIsShell);
            all.ringLeaf.AddRange(part.ringLeaf.Select(of => of + leaf));
            all.leafRings.AddRange(part.leafRings.Select(start => start + ring));
        }

        return new RingArrays(
            all.points, all.at, [.. all.ringStarts], [.. all.ringEnds], [.. all.ringIsShell],
            [.. all.ringLeaf], [.. all.leafRings, all.ringLeaf.Count]);
    }

    private void AddPart(Geometry? part)
    {
        if (part is GeometryCollection collection)
        {
            foreach (var inner in collection.Geometries)
            {
                AddPart(inner);
            }
        }
        else if (part is Polygon { IsEmpty: false } polygon && AddRing(polygon.ExteriorRing, true))
        {
            foreach (var hole in polygon.InteriorRings)
            {
                AddRing(hole, false);
            }
        }
    }

    private bool AddRing(LineString ring, bool isShell)
    {
        MakeRoom(ring.NumPoints + 1);
        var count = LatticeRing.Read(ring.CoordinateSequence, isShell, points.AsSpan(at));
        if (count > 0)
        {
            EndRing(count, isShell);
        }

        return count > 0;
    }

    private void EndRing(int count, bool isShell)
    {
        ringStarts.Add(at);
        at += count;
        ringEnds.Add(at);
        ringIsShell.Add(isShell);
        ringLeaf.Add(leafRings.Count - 1);
    }

    private void MakeRoom(int count)
    {
        if (at + count > points.Length)
        {
            var larger = ArrayPool<LatticePoint>.Shared.Rent(Math.Max(at + count, 2 * points.Length));
            points.AsSpan(0, at).CopyTo(larger);
            ArrayPool<LatticePoint>.Shared.Return(points);
            points = larger;
        }
    }
}
