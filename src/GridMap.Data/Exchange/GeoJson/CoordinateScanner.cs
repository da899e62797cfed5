using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>
/// Reads the coordinates of a geometry from bytes without a token for each number: most of a file of polygons is
/// numbers. It knows plain input only, arrays of plain decimal numbers nested as the type asks for; of anything else it
/// says so, and <see cref="GeometryParser"/> reads it, or says what is wrong.
/// </summary>
internal ref struct CoordinateScanner
{
    // The numbers of one ring; geometries are read one after the other, each on one thread.
    [ThreadStatic]
    private static double[]? numbers;

    private readonly ReadOnlySpan<byte> json;
    private int at;

    private CoordinateScanner(ReadOnlySpan<byte> json) => this.json = json;

    /// <summary>Reads coordinates.</summary>
    /// <param name="type">The geometry's type.</param>
    /// <param name="json">From the value of <c>coordinates</c> on.</param>
    /// <param name="shape">The geometry; null where it was not plain.</param>
    /// <param name="length">How many bytes the value takes.</param>
    /// <exception cref="ShapeException">A ring is open, or has too few points.</exception>
    public static bool TryRead(string? type, ReadOnlySpan<byte> json, out Geometry? shape, out int length)
    {
        var scanner = new CoordinateScanner(json);
        shape = type switch
        {
            "Point" => scanner.Point(),
            "LineString" => scanner.Line(),
            "Polygon" => scanner.Polygon(),
            "MultiPolygon" => scanner.MultiPolygon(),
            "MultiLineString" => scanner.MultiLine(),
            _ => null,
        };
        length = scanner.at;
        return shape is not null;
    }

    private Point? Point()
    {
        SkipSpace();
        return TryPosition(out var x, out var y) ? ShapeFactory.LonLat.CreatePoint(new Coordinate(x, y)) : null;
    }

    private LineString? Line() => TryPositions(out var positions) ? ShapeFactory.Line(positions) : null;

    private MultiLineString? MultiLine()
    {
        var lines = new List<LineString>();
        for (var more = TryOpen(); more; more = TrySeparator())
        {
            if (Line() is not { } line)
            {
                return null;
            }

            lines.Add(line);
        }

        return TryClose() ? ShapeFactory.LonLat.CreateMultiLineString([.. lines]) : null;
    }

    private Polygon? Polygon()
    {
        LinearRing? shell = null;
        List<LinearRing>? holes = null;
        for (var more = TryOpen(); more; more = TrySeparator())
        {
            if (!TryPositions(out var positions))
            {
                return null;
            }

            var ring = ShapeFactory.Ring(positions);
            if (shell is null)
            {
                shell = ring;
            }
            else
            {
                (holes ??= []).Add(ring);
            }
        }

        return shell is not null && TryClose() ? ShapeFactory.LonLat.CreatePolygon(shell, holes?.ToArray()) : null;
    }

    private MultiPolygon? MultiPolygon()
    {
        var parts = new List<Polygon>();
        for (var more = TryOpen(); more; more = TrySeparator())
        {
            if (Polygon() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return TryClose() ? ShapeFactory.LonLat.CreateMultiPolygon([.. parts]) : null;
    }

    /// <summary>An array of positions: x, y, x, y …</summary>
    private bool TryPositions(out double[] positions)
    {
        var buffer = numbers ??= new double[1 << 12];
        var count = 0;
        positions = [];
        for (var more = TryOpen(); more; more = TrySeparator())
        {
            if (count + 2 > buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
                numbers = buffer;
            }

            SkipSpace();
            if (!TryPosition(out buffer[count], out buffer[count + 1]))
            {
                return false;
            }

            count += 2;
        }

        positions = buffer[..count];
        return count > 0 && TryClose();
    }

    private bool TryPosition(out double x, out double y)
    {
        y = 0;
        if (!TryOpen() || !TryNumber(out x) || !TrySeparator() || !TryNumber(out y))
        {
            x = 0;
            return false;
        }

        // Heights and measures are left out.
        while (TrySeparator())
        {
            if (!TryNumber(out _))
            {
                return false;
            }
        }

        return TryClose();
    }

    private bool TryNumber(out double number)
    {
        SkipSpace();
        var length = DecimalNumber.Read(json[at..], out number);
        at += length;
        return length > 0;
    }

    private bool TryOpen() => TryByte((byte)'[');

    private bool TryClose() => TryByte((byte)']');

    private bool TrySeparator() => TryByte((byte)',');

    private bool TryByte(byte wanted)
    {
        SkipSpace();
        if ((uint)at >= (uint)json.Length || json[at] != wanted)
        {
            return false;
        }

        at++;
        return true;
    }

    private void SkipSpace()
    {
        while ((uint)at < (uint)json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }
    }
}
