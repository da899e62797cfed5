using System.Buffers;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Makes a <see cref="Coverage"/> from polygons. Edges are matched exactly, on the lattice; whatever does not match
/// stays as a border with one side. Never throws on dirty polygons. Used once, by one thread.
/// </summary>
public sealed class CoverageBuilder
{
    private readonly RingWriter writer = new([], 0);

    /// <summary>The coverage of these polygons, a leaf for each.</summary>
    public static Coverage Build(IEnumerable<Geometry?> shapes)
    {
        Geometry?[] all = [.. shapes];
        var room = new int[all.Length + 1];
        for (var i = 0; i < all.Length; i++)
        {
            room[i + 1] = checked(room[i] + RingWriter.RoomFor(all[i]));
        }

        // Each part writes its polygons where they have their room.
        var points = ArrayPool<LatticePoint>.Shared.Rent(room[^1]);
        var parts = new RingWriter[Parts.Count(room[^1])];
        Parts.ForEach(parts.Length, part =>
        {
            var (from, to) = (Start(part), Start(part + 1));
            parts[part] = new RingWriter(points, room[from]);
            foreach (var shape in all.AsSpan(from..to))
            {
                parts[part].Add(shape);
            }
        });
        return Build(parts);

        int Start(int part)
        {
            var found = Array.BinarySearch(room, Parts.Start(part, parts.Length, room[^1]));
            return part == 0 ? 0 : part == parts.Length ? all.Length : found >= 0 ? found : ~found;
        }
    }

    /// <summary>Adds a leaf and answers its number.</summary>
    /// <param name="shape">
    /// A polygon, a multipolygon or a collection of these, lon lat in degrees; other parts are left out. A ring with
    /// fewer than two different vertices or with a coordinate out of range is left out, and with a shell its holes.
    /// Null or empty: a leaf without area.
    /// </param>
    public int Add(Geometry? shape)
    {
        writer.Add(shape);
        return writer.LeafCount - 1;
    }

    /// <summary>Adds a leaf as another coverage has it, and answers its number. Far faster than from a polygon.</summary>
    /// <param name="coverage">The other coverage.</param>
    /// <param name="other">The leaf's number in it.</param>
    public int Add(Coverage coverage, int other)
    {
        writer.Add(coverage, other);
        return writer.LeafCount - 1;
    }

    /// <summary>The coverage of what was added.</summary>
    public Coverage Build() => Build([writer]);

    private static Coverage Build(ReadOnlySpan<RingWriter> parts)
    {
        using var rings = RingWriter.Join(parts);
        return new Coverage(ArcLinker.Link(rings));
    }
}
