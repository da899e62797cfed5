using NetTopologySuite.Geometries;

namespace GridMap.Data.Stores.Tables;

/// <summary>
/// The values of one row, taken one after the other in the order of the columns; one instance serves a whole load.
/// </summary>
internal sealed class Row
{
    private readonly Dictionary<string, string> words = [];
    private object?[] values = [];
    private int next;

    /// <summary>Puts it before the first value of a row.</summary>
    public Row At(object?[] row)
    {
        values = row;
        next = 0;
        return this;
    }

    public long Integer() => (long)values[next++]!;

    public long? IntegerOrNull() => (long?)values[next++];

    public double? NumberOrNull() => (double?)values[next++];

    public string Text() => (string)values[next++]!;

    public string? TextOrNull() => (string?)values[next++];

    public bool Flag() => (bool)values[next++]!;

    public bool? FlagOrNull() => (bool?)values[next++];

    public DateOnly Date() => (DateOnly)values[next++]!;

    public DateTimeOffset Time() => (DateTimeOffset)values[next++]!;

    public DateTimeOffset? TimeOrNull() => (DateTimeOffset?)values[next++];

    public string[] Texts() => (string[])values[next++]!;

    public long[] Ids() => (long[])values[next++]!;

    public long[]? IdsOrNull() => (long[]?)values[next++];

    public Geometry Shape() => (Geometry)values[next++]!;

    public Geometry? ShapeOrNull() => (Geometry?)values[next++];

    /// <summary>A text that many rows repeat: all of them get the same string, which saves memory in a big city.</summary>
    public string Word() => Shared(Text());

    /// <summary>An enumeration's value, as <see cref="Words.Of"/> wrote it.</summary>
    public T Choice<T>()
        where T : struct, Enum => Enum.Parse<T>(Text(), ignoreCase: true);

    /// <summary>Attributes, as <see cref="Json"/> wrote them.</summary>
    public Core.AttributeSet Attributes() => Json.ReadAttributes(Text(), Shared);

    private string Shared(string word)
    {
        if (!words.TryGetValue(word, out var shared))
        {
            words.Add(word, shared = word);
        }

        return shared;
    }
}
