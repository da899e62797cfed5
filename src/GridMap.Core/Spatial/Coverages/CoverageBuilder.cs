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
        var builder = new CoverageBuilder();
        foreach (var shape in shapes)
        {
            builder.Add(shape);
        }

        return builder.Build();
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
    public Coverage Build() => new(new ArcLinker(points, ringStarts, ringLeaf).Link(ringIsShell, leafRings));

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
        if (LatticeRing.Read(ring, isShell) is not { } read)
        {
            return false;
        }

        points.AddRange(read);
        ringStarts.Add(points.Count);
        ringIsShell.Add(isShell);
        ringLeaf.Add(leaf);
        return true;
    }
}
