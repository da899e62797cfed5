using GridMap.Data.GeoPackage;
using GridMap.Data.Stores.Tables;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Stores.Spooling;

/// <summary>
/// Rows as bytes and back, bit by bit: each value behind a mark that it is there, in the form of its column's kind. For one
/// caller at a time.
/// </summary>
internal sealed class RowCodec : IDisposable
{
    private readonly ColumnKind[] kinds;
    private readonly MemoryStream stream = new();
    private readonly BinaryWriter writer;
    private readonly BinaryReader reader;
    private readonly ShapeBlobs shapes = new();
    private readonly object?[] values;

    public RowCodec(IEnumerable<Column> columns)
    {
        kinds = [.. columns.Select(static c => c.Kind)];
        values = new object?[kinds.Length];
        (writer, reader) = (new BinaryWriter(stream), new BinaryReader(stream));
    }

    /// <summary>The bytes of a row, until the next call.</summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<object?> row)
    {
        stream.SetLength(0);
        foreach (var value in row)
        {
            writer.Write(value is not null);
            Write(value);
        }

        return stream.GetBuffer().AsSpan(0, (int)stream.Length);
    }

    /// <summary>The row of such bytes. The array is the same one for every row.</summary>
    public object?[] Decode(ReadOnlySpan<byte> bytes)
    {
        stream.SetLength(0);
        stream.Write(bytes);
        stream.Position = 0;
        for (var i = 0; i < kinds.Length; i++)
        {
            values[i] = reader.ReadBoolean() ? Read(kinds[i]) : null;
        }

        return values;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        reader.Dispose();
        stream.Dispose();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: break;
            case long number: writer.Write7BitEncodedInt64(number); break;
            case double number: writer.Write(number); break;
            case string text: writer.Write(text); break;
            case bool flag: writer.Write(flag); break;
            case DateOnly date: writer.Write(date.DayNumber); break;
            case DateTimeOffset time: WriteTime(time); break;
            case string[] texts: WriteAll(texts, writer.Write); break;
            case long[] ids: WriteAll(ids, writer.Write7BitEncodedInt64); break;
            case Geometry shape: WriteBlob(shapes.Write(shape)); break;
            default: throw new InvalidOperationException($"No column takes a {value.GetType()}.");
        }
    }

    private object Read(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => reader.Read7BitEncodedInt64(),
        ColumnKind.Number => reader.ReadDouble(),
        ColumnKind.Flag => reader.ReadBoolean(),
        ColumnKind.Date => DateOnly.FromDayNumber(reader.ReadInt32()),
        ColumnKind.Time => new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16())),
        ColumnKind.Texts => ReadAll(reader.ReadString),
        ColumnKind.Ids => ReadAll(reader.Read7BitEncodedInt64),
        ColumnKind.Shape => shapes.Read(reader.ReadBytes(reader.ReadInt32())),
        _ => reader.ReadString(),
    };

    private void WriteTime(DateTimeOffset time)
    {
        writer.Write(time.Ticks);
        writer.Write((short)time.TotalOffsetMinutes);
    }

    private void WriteBlob(byte[] blob)
    {
        writer.Write(blob.Length);
        writer.Write(blob);
    }

    private void WriteAll<T>(T[] items, Action<T> write)
    {
        writer.Write(items.Length);
        Array.ForEach(items, write);
    }

    private T[] ReadAll<T>(Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return items;
    }
}
