using System.Collections;
using GridMap.Core;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores.Spooling;

/// <summary>
/// Items on their way into a store, as rows in a temporary file: what they take of memory is a bit for each id, and not
/// themselves. They can be read any number of times, by one caller at a time, until they are disposed of.
/// </summary>
internal sealed class SpooledItems<T>(ItemTable<T> table) : IReadOnlyCollection<T>, IDisposable
    where T : class, IMapItem<T>
{
    private readonly SpoolFile file = new();
    private readonly RowCodec codec = new([.. table.Content, Column.Integer("number")]);
    private readonly Row row = new();
    private readonly IdSet ids = new();

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>The ids of the items, without reading the file.</summary>
    public IEnumerable<long> Ids => ids;

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="number">A number that comes back with it.</param>
    /// <returns>Its place, for <see cref="At"/>.</returns>
    /// <exception cref="ArgumentException">An item of its id is there.</exception>
    public long Add(T item, long number)
    {
        if (!ids.Add(item.Id))
        {
            throw new ArgumentException($"The {table.Noun} {item.Id} is put twice.", nameof(item));
        }

        Count++;
        return file.Append(codec.Encode([item.Id, .. table.ToRow(item), number]));
    }

    /// <summary>The item at a place, with its number.</summary>
    public (T Item, long Number) At(long place)
    {
        var values = codec.Decode(file.Read(place));
        return (table.FromRow(row.At(values)), (long)values[^1]!);
    }

    /// <summary>The ids of the items with the values of the table's columns after the id, each until the next is asked for.</summary>
    public IEnumerable<(long Id, ArraySegment<object?> Content)> ReadRows()
    {
        foreach (var place in Places())
        {
            var values = codec.Decode(file.Read(place));
            yield return ((long)values[0]!, new ArraySegment<object?>(values, 1, values.Length - 2));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Places().Select(place => At(place).Item).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose()
    {
        file.Dispose();
        codec.Dispose();
    }

    private IEnumerable<long> Places()
    {
        for (long? place = Count > 0 ? 0 : null; place is { } at; place = file.Next(at))
        {
            yield return at;
        }
    }
}
