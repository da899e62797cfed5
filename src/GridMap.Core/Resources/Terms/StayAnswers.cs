using System.Collections.Concurrent;

namespace GridMap.Core.Resources.Terms;

/// <summary>What different terms say of one stay, each asked once. Safe to share between threads.</summary>
/// <param name="stay">The stay.</param>
/// <param name="context">Where and by which calendar terms are meant.</param>
public sealed class StayAnswers(Stay stay, TermsContext context)
{
    private readonly ConcurrentDictionary<ResourceTerms, StayAnswer> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The stay.</summary>
    public Stay Stay => stay;

    /// <summary>Where and by which calendar terms are meant.</summary>
    public TermsContext Context => context;

    /// <summary>What the terms say of the stay.</summary>
    public StayAnswer Of(ResourceTerms terms) =>
        known.GetOrAdd(terms, static (terms, of) => StayRules.Answer(terms, of.stay, of.context), (stay, context));
}
