using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GridMap.Core;

/// <summary>
/// Named texts that a source gave and no type has a property for. Immutable, ordered by name (ordinal), compared by
/// content. A name occurs once; a value is never null.
/// </summary>
public sealed class AttributeSet : IReadOnlyDictionary<string, string>, IEquatable<AttributeSet>
{
    /// <summary>No attributes.</summary>
    public static readonly AttributeSet Empty = new([]);

    private readonly KeyValuePair<string, string>[] items;

    private AttributeSet(KeyValuePair<string, string>[] items) => this.items = items;

    /// <summary>A set of these pairs.</summary>
    /// <exception cref="ArgumentException">A name occurs twice, or a name is empty.</exception>
    public static AttributeSet Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = pairs.ToArray();
        if (sorted.Length == 0)
        {
            return Empty;
        }

        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Key.Length == 0)
            {
                throw new ArgumentException("An attribute needs a name.", nameof(pairs));
            }

            if (i > 0 && sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException($"The attribute '{sorted[i].Key}' occurs twice.", nameof(pairs));
            }
        }

        return new AttributeSet(sorted);
    }

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => items.Select(static i => i.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => items.Select(static i => i.Value);

    /// <inheritdoc/>
    public string this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No attribute '{key}'.");

    /// <summary>The value of that name, or null.</summary>
    public string? Find(string key) => TryGetValue(key, out var value) ? value : null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var item in items)
        {
            if (item.Key == key)
            {
                value = item.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(AttributeSet? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, value) in items)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
