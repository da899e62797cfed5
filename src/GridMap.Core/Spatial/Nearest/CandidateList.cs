namespace GridMap.Core.Spatial.Nearest;

/// <summary>An entry of a tree that may be among the nearest.</summary>
/// <param name="Part">Which of the trees that were visited.</param>
/// <param name="Place">Its place there.</param>
internal readonly record struct Candidate(int Part, int Place);

/// <summary>What the first stage of a search found. Its arrays grow and stay.</summary>
internal sealed class CandidateList
{
    private double[] leasts = new double[64];
    private Candidate[] candidates = new Candidate[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Their least distances; sorted after <see cref="Sort"/>.</summary>
    public ReadOnlySpan<double> Leasts => leasts.AsSpan(0, Count);

    /// <summary>The candidates in the order of <see cref="Leasts"/>.</summary>
    public ReadOnlySpan<Candidate> Candidates => candidates.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(double least, Candidate candidate)
    {
        if (Count == leasts.Length)
        {
            Array.Resize(ref leasts, 2 * Count);
            Array.Resize(ref candidates, 2 * Count);
        }

        leasts[Count] = least;
        candidates[Count++] = candidate;
    }

    /// <summary>Drops what is beyond a reach and puts the nearest first.</summary>
    public void Sort(double reach)
    {
        var near = 0;
        for (var i = 0; i < Count; i++)
        {
            if (leasts[i] <= reach)
            {
                leasts[near] = leasts[i];
                candidates[near++] = candidates[i];
            }
        }

        Count = near;
        leasts.AsSpan(0, near).Sort(candidates.AsSpan(0, near));
    }

    /// <summary>Empties the list.</summary>
    public void Clear() => Count = 0;
}
