using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace GridMap.Bench.Data;

/// <summary>
/// A tessellation with the dirt of surveys: of the vertices of each leaf, and not of its neighbour, one in a hundred is left
/// out, or has another behind it half-way to the next. Always the same ones.
/// </summary>
internal static class DirtyGrids
{
    public static NamedGrids Of(NamedGrids clean)
    {
        var spoiler = new Spoiler();
        return clean with { Name = $"dirty-{clean.Name}", Polygons = Array.ConvertAll(clean.Polygons, spoiler.Transform) };
    }

    private sealed class Spoiler : GeometryTransformer
    {
        private const double Share = 0.01;

        private readonly Random random = new(3);

        protected override CoordinateSequence TransformCoordinates(CoordinateSequence coords, Geometry parent)
        {
            var kept = new List<Coordinate>();
            for (var i = 0; i < coords.Count; i++)
            {
                var (at, chance) = (coords.GetCoordinate(i), random.NextDouble() / Share);
                var isInner = i > 0 && i < coords.Count - 1;
                if (!isInner || chance >= 0.5)
                {
                    kept.Add(at);
                }

                if (isInner && chance is >= 0.5 and < 1)
                {
                    var next = coords.GetCoordinate(i + 1);
                    kept.Add(new Coordinate((at.X + next.X) / 2, (at.Y + next.Y) / 2));
                }
            }

            return Factory.CoordinateSequenceFactory.Create([.. kept]);
        }
    }
}
