using System.Collections.Concurrent;
using System.Text;

namespace GridMap.Core.Resources.Terms;

/// <summary>
/// The different terms among resources, each read once and numbered from 0; resources whose term attributes are equal
/// have the same number. Grows, and is safe to share between threads.
/// </summary>
public sealed class TermsBook
{
    // Of those that were found last: 32 KB.
    private const int Recent = 1 << 12;

    private readonly ConcurrentDictionary<string, Lazy<Entry>> byText = new();
    private readonly Lazy<RecentParts<AttributeSet, ResourceTerms>> recent;
    private readonly List<Entry> entries = [];
    private readonly Lock adding = new();
    private readonly Entry unstated;

    /// <summary>An empty book.</summary>
    public TermsBook()
    {
        unstated = Add(ResourceTerms.Unstated);
        recent = new(() => new(Recent, attributes => Of(attributes).Terms));
    }

    /// <summary>How many there are; number 0 states nothing.</summary>
    public int Count
    {
        get
        {
            lock (adding)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>The number of a resource's terms, and the terms.</summary>
    public (int Number, ResourceTerms Terms) Of(AttributeSet attributes)
    {
        var text = TextOf(attributes);
        var entry = text.Length == 0 ? unstated : byText.GetOrAdd(
            text, (_, read) => new(() => Add(TermsReader.Read(read).Terms)), attributes).Value;
        return (entry.Number, entry.Terms);
    }

    /// <summary>The terms of a resource that was found and is likely to be found again; for some, not for all.</summary>
    public ResourceTerms Recall(AttributeSet attributes) => recent.Value.Of(attributes);

    /// <summary>The terms of a number.</summary>
    public ResourceTerms Get(int number)
    {
        lock (adding)
        {
            return entries[number].Terms;
        }
    }

    private Entry Add(ResourceTerms terms)
    {
        lock (adding)
        {
            var entry = new Entry(entries.Count, terms);
            entries.Add(entry);
            return entry;
        }
    }

    /// <summary>The attributes that are terms, in one text; both lists are in the order of names.</summary>
    private static string TextOf(AttributeSet attributes)
    {
        if (attributes.Count == 0)
        {
            return "";
        }

        StringBuilder? text = null;
        foreach (var name in TermAttributes.All)
        {
            if (attributes.TryGetValue(name, out var value))
            {
                (text ??= new StringBuilder()).Append(name).Append('\u0001').Append(value).Append('\u0002');
            }
        }

        return text?.ToString() ?? "";
    }

    private sealed record Entry(int Number, ResourceTerms Terms);
}
