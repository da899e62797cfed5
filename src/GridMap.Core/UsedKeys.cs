using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GridMap.Core;

/// <summary>Keys that were loaded, and those that came since: adding some costs what is added. Immutable.</summary>
internal sealed class UsedKeys : IReadOnlyDictionary<string, long>
{
    private readonly IReadOnlyDictionary<string, long> loaded;
    private readonly ImmutableDictionary<string, long> added;

    private UsedKeys(IReadOnlyDictionary<string, long> loaded, ImmutableDictionary<string, long> added, int count) =>
        (this.loaded, this.added, Count) = (loaded, added, count);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(static pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<long> Values => this.Select(static pair => pair.Value);

    /// <inheritdoc/>
    public long this[string key] =>
        TryGetValue(key, out var id) ? id : throw new KeyNotFoundException($"No grid ever had the key '{key}'.");

    /// <summary>The keys with more; of two ids for one key the smaller counts, as in a store.</summary>
    public static IReadOnlyDictionary<string, long> Plus(
        IReadOnlyDictionary<string, long> keys, IEnumerable<KeyValuePair<string, long>> more)
    {
        var fresh = more.Where(pair => !keys.TryGetValue(pair.Key, out var id) || pair.Value < id).ToList();
        if (fresh.Count == 0)
        {
            return keys;
        }

        var layered = keys as UsedKeys;
        return new UsedKeys(
            layered?.loaded ?? keys,
            (layered?.added ?? ImmutableDictionary<string, long>.Empty).SetItems(fresh),
            keys.Count + fresh.Select(static pair => pair.Key).Distinct().Count(key => !keys.ContainsKey(key)));
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out long value) =>
        added.TryGetValue(key, out value) || loaded.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, long>> GetEnumerator() =>
        loaded.Where(pair => !added.ContainsKey(pair.Key)).Concat(added).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
