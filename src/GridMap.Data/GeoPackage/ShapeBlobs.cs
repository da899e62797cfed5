using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.GeoPackage;

/// <summary>Geometries as GeoPackage's binary and back, bit by bit, without Z and M. For one caller at a time.</summary>
internal sealed class ShapeBlobs
{
    private readonly GeoPackageGeoReader reader = new() { HandleOrdinates = Ordinates.XY };
    private readonly GeoPackageGeoWriter writer = new() { HandleOrdinates = Ordinates.XY };

    public byte[] Write(Geometry shape) => writer.Write(StoredShape.Of(shape));

    public Geometry Read(byte[] blob) => StoredPoint.Find(blob) ?? reader.Read(blob);
}
