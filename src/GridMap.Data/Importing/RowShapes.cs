using GridMap.Core.Spatial;
using GridMap.Core.Spatial.CoordinateSystems;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace GridMap.Data.Importing;

/// <summary>Which geometries a kind of item takes.</summary>
[Flags]
internal enum ShapeTypes
{
    Point = 1,
    Line = 2,
    Area = 4,
    Any = Point | Line | Area,
}

/// <summary>Brings the geometry of a row from the file's coordinate system onto the lattice.</summary>
internal sealed class RowShapes(CoordinateSystem system)
{
    /// <summary>The geometry on the lattice, or what is wrong with it.</summary>
    public (Geometry? Shape, RowProblem? Problem) Place(SourceRow row, ShapeTypes accepted)
    {
        if (row.Shape is null || row.Shape.IsEmpty)
        {
            return Bad(row, "empty-geometry", null, "The row has no geometry. Give it one, or leave the row out.");
        }

        if (!accepted.HasFlag(TypeOf(row.Shape)))
        {
            return Bad(row, "geometry-type", row.Shape.GeometryType, $"A {row.Shape.GeometryType} is not taken here, "
                + $"only: {accepted}. Choose another layer with --layer, or convert it.");
        }

        // Well-known text and binary may hold such rings; PostGIS takes none.
        if (ShortRing(row.Shape) is { } ring)
        {
            return Bad(row, "few-points", Text(ring.Coordinate),
                $"A ring of the polygon has {ring.NumPoints} points. It needs at least 4.");
        }

        var finite = FirstBad(row.Shape, static p => double.IsFinite(p.X) && double.IsFinite(p.Y));
        return finite is null ? OnLattice(row) : Bad(
            row, "coordinate", Text(finite), "A coordinate is not a finite number. Correct it in its source.");
    }

    /// <summary>Why a polygon is not valid, and where; null where it is, and for points and lines.</summary>
    public static (string Rule, string Message, Coordinate At)? WhyInvalid(Geometry shape)
    {
        if (TypeOf(shape) != ShapeTypes.Area || new IsValidOp(shape).ValidationError is not { } error)
        {
            return null;
        }

        var (rule, what) = error.ErrorType switch
        {
            TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection
                => ("self-crossing", "The border crosses or touches itself"),
            TopologyValidationErrors.HoleOutsideShell => ("hole-outside", "A hole lies outside the shell"),
            TopologyValidationErrors.NestedShells => ("nested-parts", "One part lies inside another"),
            _ => ("invalid-polygon", error.Message),
        };
        return (rule, $"{what} at {Text(error.Coordinate)}.", error.Coordinate);
    }

    private (Geometry? Shape, RowProblem? Problem) OnLattice(SourceRow row)
    {
        var shape = row.Shape!;
        if (system != CoordinateSystem.Wgs84)
        {
            (var converted, var error) = system.ToLonLat(shape);
            return converted is null ? Bad(row, "crs", Text(shape.Coordinate), error!) : (converted, null);
        }

        if (FirstBad(shape, static p => Math.Abs(p.X) <= 180 && Math.Abs(p.Y) <= 90) is { } outside)
        {
            var (rule, message) = WhyOutside(outside);
            return Bad(row, rule, Text(outside), message);
        }

        shape.Apply(Rounding.Instance);
        shape.GeometryChanged();
        return (shape, null);
    }

    private static (string Rule, string Message) WhyOutside(Coordinate p)
    {
        if (Math.Abs(p.Y) is > 90 and <= 180 && Math.Abs(p.X) <= 90)
        {
            return ("swapped", $"Latitude {p.Y} is beyond 90: longitude and latitude are swapped. Swap --lon and "
                + "--lat, or write longitude first.");
        }

        return Math.Abs(p.X) > 360 || Math.Abs(p.Y) > 360
            ? ("range", "These are not degrees but metres, it seems. Name their coordinate system with --crs.")
            : ("range", "Longitude must be from -180 to 180 and latitude from -90 to 90 degrees.");
    }

    private static ShapeTypes TypeOf(Geometry shape) => shape.OgcGeometryType switch
    {
        OgcGeometryType.Point or OgcGeometryType.MultiPoint => ShapeTypes.Point,
        OgcGeometryType.LineString or OgcGeometryType.MultiLineString => ShapeTypes.Line,
        OgcGeometryType.Polygon or OgcGeometryType.MultiPolygon => ShapeTypes.Area,
        _ => (ShapeTypes)8,
    };

    private static LineString? ShortRing(Geometry shape) => Enumerable.Range(0, shape.NumGeometries)
        .Select(shape.GetGeometryN).OfType<Polygon>()
        .SelectMany(static polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        .FirstOrDefault(static ring => ring.NumPoints is > 0 and < 4);

    private static Coordinate? FirstBad(Geometry shape, Func<Coordinate, bool> isGood)
    {
        if (shape is Point point)
        {
            return isGood(point.Coordinate) ? null : point.Coordinate;
        }

        return Array.Find(shape.Coordinates, p => !isGood(p));
    }

    private static string Text(Coordinate? p) => p is null ? "" : $"{p.X} {p.Y}";

    private static (Geometry?, RowProblem?) Bad(SourceRow row, string rule, string? value, string message) =>
        (null, new RowProblem(row.Number, rule, value, message));

    private sealed class Rounding : ICoordinateSequenceFilter
    {
        public static readonly Rounding Instance = new();

        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var on = LatticePoint.From(new LonLat(seq.GetX(i), seq.GetY(i))).ToLonLat();
            seq.SetOrdinate(i, 0, on.Lon);
            seq.SetOrdinate(i, 1, on.Lat);
        }
    }
}
