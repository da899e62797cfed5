namespace GridMap.Cli.Generating;

/// <summary>Totals in uneven parts.</summary>
internal static class Shares
{
    /// <summary>Parts of at least <paramref name="least"/> that add up to the total exactly; large ones are rarer.</summary>
    public static int[] Of(int total, int parts, int least, SplitMix random)
    {
        var weights = Enumerable.Range(0, parts).Select(_ => random.Unit()).Select(u => 0.15 + (u * u)).ToArray();
        var sum = weights.Sum();
        var free = total - (parts * least);
        var (taken, given) = (0.0, 0);
        return [.. weights.Select(w =>
        {
            taken += w;
            var upTo = (int)Math.Round(free * (taken / sum));
            var part = least + upTo - given;
            given = upTo;
            return part;
        })];
    }
}
