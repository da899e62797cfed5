namespace GridMap.Core.Addresses.Matching;

/// <summary>Turns what speaks against candidates into the likelihood that one is meant.</summary>
internal static class Confidence
{
    /// <summary>
    /// The raw likelihood (see <see cref="Of"/>) and the share of right answers that is promised for it: on the careful side of
    /// what generated questions measure, since other registers and other people are not generated.
    /// </summary>
    private static readonly (double Raw, double Right)[] Calibration =
        [(0, 0), (0.3, 0.2), (0.5, 0.4), (0.7, 0.6), (0.85, 0.8), (0.93, 0.9), (0.98, 0.97), (1, 0.995)];

    /// <summary>The likelihood of a candidate among all, and that none is meant.</summary>
    /// <param name="candidates">All candidates, the cheapest first.</param>
    /// <param name="at">The one asked for.</param>
    /// <param name="costOfNone">What it costs that none is meant.</param>
    /// <param name="isRival">Whether two candidates exclude each other.</param>
    public static double Of(List<Candidate> candidates, int at, float costOfNone, Func<Candidate, Candidate, bool> isRival)
    {
        var least = Math.Min(candidates[0].Cost, costOfNone);
        var mine = Math.Exp(least - candidates[at].Cost);
        var sum = mine + Math.Exp(least - costOfNone);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i != at && isRival(candidates[at], candidates[i]))
            {
                sum += Math.Exp(least - candidates[i].Cost);
            }
        }

        return mine / sum;
    }

    /// <summary>The share of right answers at a raw likelihood, rising.</summary>
    public static double Calibrate(double raw)
    {
        for (var i = 1; i < Calibration.Length; i++)
        {
            var (from, to) = (Calibration[i - 1], Calibration[i]);
            if (raw <= to.Raw)
            {
                return from.Right + ((raw - from.Raw) / (to.Raw - from.Raw) * (to.Right - from.Right));
            }
        }

        return Calibration[^1].Right;
    }
}
