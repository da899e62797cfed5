using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.Shapefile;

/// <summary>
/// Reads the records of a .shp one after the other, invalid polygons as they are (checks and messages need them). Heights
/// and measures are left out.
/// </summary>
/// <remarks>Format: ESRI Shapefile Technical Description (1998).</remarks>
internal sealed class ShpReader : IDisposable
{
    private readonly FileStream stream;
    private byte[] record = [];
    private int length;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="ExchangeException">It is no .shp, or shorter than its header says.</exception>
    public ShpReader(string path)
    {
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            Length = CheckHeader(path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The size in bytes.</summary>
    public long Length { get; }

    /// <summary>How far it is read.</summary>
    public long Position => stream.Position;

    /// <summary>Goes to the next record; false behind the last.</summary>
    /// <exception cref="ExchangeException">The file ends inside it.</exception>
    public bool MoveNext(long number)
    {
        Span<byte> head = stackalloc byte[8];
        if (stream.Position >= Length)
        {
            return false;
        }

        var read = stream.ReadAtLeast(head, 8, throwOnEndOfStream: false);
        length = read < 8 ? 0 : BinaryPrimitives.ReadInt32BigEndian(head[4..]) * 2;
        if (length < 4 || stream.Position + length > stream.Length)
        {
            throw new ExchangeException(
                $"'{stream.Name}' is cut off or damaged in record {number}, at byte {stream.Position} of {Length}; "
                + $"{number - 1} records before it are whole. Fetch it again.");
        }

        record = record.Length < length ? new byte[length] : record;
        stream.ReadExactly(record, 0, length);
        return true;
    }

    /// <summary>The geometry of the record; null for a null shape.</summary>
    /// <exception cref="ShapeException">It cannot be understood.</exception>
    public Geometry? Shape()
    {
        try
        {
            return Int(0) switch
            {
                0 => null,
                1 or 11 or 21 => ShapeFactory.LonLat.CreatePoint(Point(4)),
                8 or 18 or 28 => ShapeFactory.LonLat.CreateMultiPointFromCoords(Points(40, Int(36))),
                3 or 13 or 23 => Lines(),
                5 or 15 or 25 => ShpPolygons.Assemble(Parts()),
                var type => throw new ShapeException("geometry", $"{type}", $"Shape type {type} is not read."),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ShapeException("geometry", null, "The record is shorter than it says.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private long CheckHeader(string path)
    {
        Span<byte> head = stackalloc byte[100];
        if (stream.ReadAtLeast(head, 100, throwOnEndOfStream: false) < 100
            || BinaryPrimitives.ReadInt32BigEndian(head) != 9994)
        {
            throw new ExchangeException($"'{path}' is not a Shapefile, or cut off inside its header. Fetch it again.");
        }

        var stated = BinaryPrimitives.ReadInt32BigEndian(head[24..]) * 2L;
        return stated <= stream.Length ? stated : throw new ExchangeException(
            $"'{path}' is cut off: it has {stream.Length} of its {stated} bytes. Fetch it again.");
    }

    private Geometry Lines()
    {
        var lines = Parts().Select(ShapeFactory.Line).ToArray();
        return lines.Length == 1 ? lines[0] : ShapeFactory.LonLat.CreateMultiLineString(lines);
    }

    private Coordinate[][] Parts()
    {
        var parts = Int(36);
        var points = Int(40);
        if (parts < 0 || points < 0 || 44L + (4L * parts) + (16L * points) > length)
        {
            throw new ShapeException("geometry", null, "The record is shorter than its number of points asks for.");
        }

        var starts = Enumerable.Range(0, parts).Select(i => Int(44 + (4 * i))).Append(points).ToArray();
        return [.. Enumerable.Range(0, parts)
            .Select(i => Points(44 + (4 * parts) + (16 * starts[i]), starts[i + 1] - starts[i]))];
    }

    private Coordinate[] Points(int offset, int count)
    {
        var points = new Coordinate[count < 0 ? throw new ShapeException("geometry", null, "A part has no length.") : count];
        for (var i = 0; i < count; i++)
        {
            points[i] = Point(offset + (16 * i));
        }

        return points;
    }

    private Coordinate Point(int offset) => new(Double(offset), Double(offset + 8));

    private int Int(int offset) => BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(0, length).Slice(offset, 4));

    private double Double(int offset) =>
        BinaryPrimitives.ReadDoubleLittleEndian(record.AsSpan(0, length).Slice(offset, 8));
}
