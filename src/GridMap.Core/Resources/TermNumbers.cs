using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>
/// The numbers that a book gives to the terms of resources, made when they are first asked for: most searches never ask.
/// </summary>
internal sealed class TermNumbers(Resource[] resources)
{
    private Made? made;

    /// <summary>The number for each resource, and the numbers that occur.</summary>
    public Made Of(TermsBook book) => LazyInitializer.EnsureInitialized(ref made, () =>
    {
        var numbers = new int[resources.Length];
        Ranges.ForEach(numbers.Length, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                numbers[i] = book.Of(resources[i].Attributes).Number;
            }
        });
        return new Made(numbers, [.. numbers.Distinct()]);
    });

    /// <summary>The number for each resource, and the numbers that occur.</summary>
    internal sealed record Made(int[] Each, int[] Occurring);
}

/// <summary>Which of the terms in a book qualify: each is asked once, then a resource is a look into an array.</summary>
internal sealed class TermsFilter(int[] frozen, int[] added, bool[] qualifies)
{
    /// <summary>A filter; null where no terms at all qualify.</summary>
    public static TermsFilter? Of(TermNumbers frozen, TermNumbers added, TermsBook book, Func<ResourceTerms, bool> ask)
    {
        var (a, b) = (frozen.Of(book), added.Of(book));
        var qualifies = new bool[book.Count];
        var any = false;
        foreach (var number in a.Occurring.Concat(b.Occurring))
        {
            qualifies[number] = ask(book.Get(number));
            any |= qualifies[number];
        }

        return any ? new TermsFilter(a.Each, b.Each, qualifies) : null;
    }

    public bool Has(int number) => qualifies[number < frozen.Length ? frozen[number] : added[number - frozen.Length]];
}
