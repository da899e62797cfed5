namespace GridMap.Core.Resources;

/// <summary>
/// The values of one attribute of some resources: each different value once, and for each resource its number, one byte
/// where there are up to 256 and else two. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Made so that a search need not look at resources, each of which lies elsewhere in memory, to leave most of them out.
/// </remarks>
internal sealed class AttributeColumn
{
    private const int MostValues = 1 << 16;

    private readonly byte[] low;
    private readonly byte[]? high;
    private readonly string?[] values;

    private AttributeColumn(byte[] low, byte[]? high, string?[] values) =>
        (this.low, this.high, this.values) = (low, high, values);

    /// <summary>How many different values there are; having none counts as one.</summary>
    public int ValueCount => values.Length;

    /// <summary>A column of an attribute; null where it has more than 65,536 different values.</summary>
    /// <param name="resources">The resources, in the order of their places in the column.</param>
    /// <param name="attribute">The attribute's id.</param>
    public static AttributeColumn? Of(Resource[] resources, string attribute)
    {
        var low = new byte[resources.Length];
        byte[]? high = null;
        var values = new List<string?> { null };
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < resources.Length; i++)
        {
            if (resources[i].Attributes.Find(attribute) is not { } value)
            {
                continue;
            }

            if (!numbers.TryGetValue(value, out var number))
            {
                number = values.Count;
                numbers.Add(value, number);
                values.Add(value);
            }

            if (number >= MostValues)
            {
                return null;
            }

            low[i] = (byte)number;
            if (number > byte.MaxValue)
            {
                (high ??= new byte[resources.Length])[i] = (byte)(number >> 8);
            }
        }

        return new(low, high, [.. values]);
    }

    /// <summary>The number of the value of the resource at a place.</summary>
    public int NumberAt(int place) => high is null ? low[place] : low[place] | (high[place] << 8);

    /// <summary>The value of a number; null: the resource has no such attribute.</summary>
    public string? Value(int number) => values[number];
}
