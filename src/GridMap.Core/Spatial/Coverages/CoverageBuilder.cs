using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Makes a <see cref="Coverage"/> from polygons. Edges are matched exactly, on the lattice; whatever does not match
/// stays as a border with one side. Never throws on dirty polygons. Used once, by one thread.
/// </summary>
public sealed class CoverageBuilder
{
    // So many coordinates are read faster by all processors.
    private const int Many = 1 << 15;

    private readonly List<LatticePoint> points = [];
    private readonly List<int> ringStarts = [0];
    private readonly List<bool> ringIsShell = [];
    private readonly List<int> ringLeaf = [];
    private readonly List<int> leafRings = [0];

    /// <summary>The coverage of these polygons, a leaf for each.</summary>
    public static Coverage Build(IEnumerable<Geometry?> shapes)
    {
        Geometry?[] all = [.. shapes];
        var count = all.Sum(static s => (long)(s?.NumPoints ?? 0)) < Many ? 1 : Environment.ProcessorCount;
        var parts = new CoverageBuilder[count];
        Parallel.For(0, count, part =>
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

        ringStarts.Add(points.Count);
        ringIsShell.Add(isShell);
        ringLeaf.Add(leaf);
        return true;
    }
}
