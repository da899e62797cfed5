using NetTopologySuite.Geometries;

namespace GridMap.Data.Stores.Tables;

/// <summary>Geometries as stores keep them: with the id of their coordinate system.</summary>
internal static class StoredShape
{
    /// <summary>EPSG:4326, lon lat.</summary>
    public const int Srid = 4326;

    /// <summary>Makes geometries that know their system.</summary>
    public static readonly GeometryFactory Factory = new(new PrecisionModel(), Srid);

    /// <summary>The same geometry marked with its system; a copy unless it is already, since items are shared.</summary>
    public static Geometry Of(Geometry shape)
    {
        if (shape.SRID == Srid)
        {
            return shape;
        }

        var marked = shape.Copy();
        marked.SRID = Srid;
        return marked;
    }
}
