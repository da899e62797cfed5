using GridMap.Core;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>
/// Which field gives what: the targets that a kind of item knows, by <c>--set</c> or by a field of the same name, and
/// the attributes: with <c>--set</c> those that it names, else every field that is not mapped.
/// </summary>
internal sealed class FieldMap
{
    /// <summary>Before a target: the attribute of that name, not the property.</summary>
    private const string AttributePrefix = "attribute:";

    private readonly Dictionary<string, string> targets = [];
    private readonly KeyValuePair<string, string>[] named;
    private readonly HashSet<string> mapped;
    private readonly bool keepsAll;

    /// <summary>A map.</summary>
    /// <param name="set"><c>target=FIELD</c> pairs.</param>
    /// <param name="known">The targets that are properties.</param>
    /// <param name="mapped">Fields that options name; nulls are left out.</param>
    /// <param name="ignored">Fields that are read otherwise, where the file has them: coordinates.</param>
    public FieldMap(
        IReadOnlyDictionary<string, string> set,
        IReadOnlyList<string> known,
        IEnumerable<string?> mapped,
        IEnumerable<string?> ignored)
    {
        keepsAll = set.Count == 0;
        foreach (var target in known)
        {
            targets[target] = set.TryGetValue(target, out var field) ? field : target;
        }

        named = [.. set.Where(s => !targets.ContainsKey(s.Key)).Select(s => KeyValuePair.Create(AttributeOf(s.Key), s.Value))];
        Fields = [.. mapped.OfType<string>()];
        SetFields = [.. set.Values];
        this.mapped = [.. Fields, .. targets.Values, .. ignored.OfType<string>()];
    }

    /// <summary>The fields that options name: the file must have them.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The fields that <c>--set</c> names: a table must have them, a GeoJSON file should.</summary>
    public IReadOnlyList<string> SetFields { get; }

    /// <summary>The value of a known target, or null; null also for a target that is not known.</summary>
    public string? Find(SourceRow row, string target) => row.Find(targets.GetValueOrDefault(target));

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

    private static string AttributeOf(string target) =>
        target.StartsWith(AttributePrefix, StringComparison.Ordinal) ? target[AttributePrefix.Length..] : target;

    private static void Add(List<KeyValuePair<string, string>> pairs, string name, string? value)
    {
        if (name.Length > 0 && !string.IsNullOrWhiteSpace(value))
        {
            pairs.Add(new(name, value));
        }
    }
}
