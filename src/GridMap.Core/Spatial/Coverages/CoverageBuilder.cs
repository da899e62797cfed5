using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Makes a <see cref="Coverage"/> from polygons. Edges are matched exactly, on the lattice; whatever does not match
/// stays as a border with one side. Never throws on dirty polygons. Used once, by one thread.
/// </summary>
public sealed class CoverageBuilder
{
    private readonly List<LatticePoint> points = [];
    private readonly List<int> ringStarts = [0];
    private readonly List<bool> ringIsShell = [];
    private readonly List<int> ringLeaf = [];
    private readonly List<int> leafRings = [0];

    /// <summary>The coverage of these polygons, a leaf for each.</summary>
    public static Coverage Build(IEnumerable<Geometry?> shapes)
    {
        Geometry?[] all = [.. shapes];
        var count = Parts.Count((int)Math.Min(int.MaxValue, all.Sum(static s => (long)(s?.NumPoints ?? 0))));
        var parts = new CoverageBuilder[count];
        Parts.ForEach(count, part =>
        {
            parts[part] = new CoverageBuilder();
            foreach (var shape in all.AsSpan(Start(part)..Start(part + 1)))
            {
                parts[part].Add(shape);
            }
        });
        foreach (var part in parts.AsSpan(1))
        {
            parts[0].Add(part);
        }

        return parts[0].Build();

        int Start(int part) => (int)((long)all.Length * part / count);
    }

    /// <summary>Adds a leaf and answers its number.</summary>
    /// <param name="shape">
    /// A polygon, a multipolygon or a collection of these, lon lat in degrees; other parts are left out. A ring with
    /// fewer than two different vertices or with a coordinate out of range is left out, and with a shell its holes.
    /// Null or empty: a leaf without area.
    /// </param>
    public int Add(Geometry? shape)
    {
        var leaf = leafRings.Count - 1;
        for (var i = 0; i < (shape?.NumGeometries ?? 0); i++)
        {
            AddPart(shape!.GetGeometryN(i), leaf);
        }

        leafRings.Add(ringIsShell.Count);
        return leaf;
    }

    /// <summary>Adds a leaf as another coverage has it, and answers its number. Far faster than from a polygon.</summary>
    /// <param name="coverage">The other coverage.</param>
    /// <param name="other">The leaf's number in it.</param>
    public int Add(Coverage coverage, int other)
    {
        var leaf = leafRings.Count - 1;
        for (var ring = 0; ring < coverage.RingCount(other); ring++)
        {
            coverage.AddRing(other, ring, points);
            EndRing(coverage.IsShell(other, ring), leaf);
        }

        leafRings.Add(ringIsShell.Count);
        return leaf;
    }

    /// <summary>The coverage of what was added.</summary>
    public Coverage Build() =>
        new(new ArcLinker([.. points], [.. ringStarts], [.. ringLeaf]).Link([.. ringIsShell], [.. leafRings]));

    private void Add(CoverageBuilder other)
    {
        var (point, ring, leaf) = (points.Count, ringIsShell.Count, leafRings.Count - 1);
        points.AddRange(other.points);
        ringStarts.AddRange(other.ringStarts.Skip(1).Select(start => start + point));
        ringIsShell.AddRange(other.ringIsShell);
        ringLeaf.AddRange(other.ringLeaf.Select(of => of + leaf));
        leafRings.AddRange(other.leafRings.Skip(1).Select(start => start + ring));
    }

    private void AddPart(Geometry part, int leaf)
    {
        if (part is GeometryCollection collection)
        {
            foreach (var inner in collection.Geometries)
            {
                AddPart(inner, leaf);
            }
        }
        else if (part is Polygon { IsEmpty: false } polygon && AddRing(polygon.ExteriorRing, true, leaf))
        {
            foreach (var hole in polygon.InteriorRings)
            {
                AddRing(hole, false, leaf);
            }
        }
    }

    private bool AddRing(LineString ring, bool isShell, int leaf)
    {
        if (!LatticeRing.TryAdd(ring, isShell, points))
        {
            return false;
        }

        EndRing(isShell, leaf);
        return true;
    }

    private void EndRing(bool isShell, int leaf)
    {
        ringStarts.Add(points.Count);
        ringIsShell.Add(isShell);
        ringLeaf.Add(leaf);
    }
}
