namespace GridMap.Core.Resources.Terms;

/// <summary>A question for the nearest resources that suit a stay.</summary>
/// <param name="Nearest">From where, what kind, how many, how far, and what else must hold.</param>
/// <param name="MustFit">Whether the stay must be allowed; else answers describe it, and it filters nothing.</param>
/// <param name="FreeOnly">Whether it must be free all the time.</param>
/// <param name="Vehicle">The vehicle that must be admitted; null: any.</param>
public sealed record StayQuery(NearestQuery Nearest, bool MustFit = false, bool FreeOnly = false, Vehicle? Vehicle = null);

/// <summary>A resource that was found.</summary>
/// <param name="Hit">The resource and its distance.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="Answer">What they say of the stay.</param>
public readonly record struct StayHit(NearestHit Hit, ResourceTerms Terms, StayAnswer Answer);

/// <summary>Finds the nearest resources that suit a stay.</summary>
/// <remarks>
/// Each different terms are evaluated once for a stay, not each resource: the filter inside the search is then a look
/// into an array.
/// </remarks>
public static class StaySearch
{
    /// <summary>
    /// The nearest, nearest first, ties by key. Where the stay must fit, those where all of it is allowed; when there is
    /// none, those that nearly fit.
    /// </summary>
    /// <param name="resources">What there is.</param>
    /// <param name="query">The question.</param>
    /// <param name="answers">What terms say of the stay.</param>
    /// <exception cref="ArgumentException">The point, the limit, the radius or the stay cannot be.</exception>
    public static IReadOnlyList<StayHit> List(ResourceIndex resources, StayQuery query, StayAnswers answers)
    {
        var found = query is { MustFit: false, FreeOnly: false, Vehicle: null }
            ? resources.Nearest(query.Nearest)
            : Find(resources, query, answers);
        var hits = new StayHit[found.Count];
        for (var i = 0; i < hits.Length; i++)
        {
            var terms = resources.Terms.Recall(found[i].Resource.Attributes);
            hits[i] = new StayHit(found[i], terms, answers.Of(terms));
        }

        return hits;
    }

    private static IReadOnlyList<NearestHit> Find(ResourceIndex resources, StayQuery query, StayAnswers answers)
    {
        bool Suits(ResourceTerms terms) =>
            (query.Nearest.Terms is null || query.Nearest.Terms(terms))
            && terms.Admits(query.Vehicle) && (!query.FreeOnly || answers.Of(terms).Free == true);
        IReadOnlyList<NearestHit> Nearest(Func<ResourceTerms, bool> terms) =>
            resources.Nearest(query.Nearest with { Terms = terms });

        if (!query.MustFit)
        {
            return Nearest(Suits);
        }

        var found = Nearest(terms => Suits(terms) && answers.Of(terms).Allowed == true);
        return found.Count > 0 ? found : Nearest(terms => Suits(terms) && answers.Of(terms).NearlyFits);
    }
}
