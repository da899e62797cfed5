using GridMap.Core;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>
/// Which field gives what: the targets that a kind of item knows, by <c>--set</c> or by a field of the same name, and
/// the attributes: with <c>--set</c> those that it names, else every field that is not mapped.
/// </summary>
internal sealed class FieldMap
{
    private readonly Dictionary<string, string> targets = [];
    private readonly KeyValuePair<string, string>[] named;
    private readonly HashSet<string> mapped;
    private readonly bool keepsAll;

    /// <summary>A map.</summary>
    /// <param name="set"><c>target=FIELD</c> pairs.</param>
    /// <param name="known">The targets that are properties.</param>
    /// <param name="mapped">Fields that options name; nulls are left out.</param>
    public FieldMap(IReadOnlyDictionary<string, string> set, IReadOnlyList<string> known, params IEnumerable<string?> mapped)
    {
        keepsAll = set.Count == 0;
        foreach (var target in known)
        {
            targets[target] = set.TryGetValue(target, out var field) ? field : target;
        }

        named = [.. set.Where(s => !targets.ContainsKey(s.Key))];
        this.mapped = [.. mapped.OfType<string>(), .. targets.Values];
        Fields = [.. set.Values, .. mapped.OfType<string>()];
    }

    /// <summary>The fields that the user named: the file must have them.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The value of a known target, or null.</summary>
    public string? Find(SourceRow row, string target) => row.Find(targets[target]);

    /// <summary>What the row gives beside its properties.</summary>
    public AttributeSet Attributes(SourceRow row)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (!keepsAll)
        {
            foreach (var (target, field) in named)
            {
                Add(pairs, target, row.Find(field));
            }

            return AttributeSet.Of(pairs);
        }

        for (var i = 0; i < row.Names.Count; i++)
        {
            if (!mapped.Contains(row.Names[i]))
            {
                Add(pairs, row.Names[i], row.Values[i]);
            }
        }

        return AttributeSet.Of(pairs);
    }

    private static void Add(List<KeyValuePair<string, string>> pairs, string name, string? value)
    {
        if (name.Length > 0 && !string.IsNullOrWhiteSpace(value))
        {
            pairs.Add(new(name, value));
        }
    }
}
