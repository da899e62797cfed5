using System.Diagnostics;

namespace GridMap.Bench.Ratios;

/// <summary>
/// Times several things in turn, round after round, so that a slow moment of a shared machine meets all of them; a ratio
/// is taken within a round, and the median of the rounds is quoted.
/// </summary>
internal static class Rounds
{
    private const int Count = 9;

    /// <summary>Operations a second of each, by round.</summary>
    /// <param name="works">Each does its work once and answers how many operations that was.</param>
    public static double[][] Measure(params Func<long>[] works)
    {
        foreach (var work in works)
        {
            work();
            work();
        }

        var speeds = works.Select(_ => new double[Count]).ToArray();
        for (var round = 0; round < Count; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var operations = works[i]();
                speeds[i][round] = operations / Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }

        return speeds;
    }

    /// <summary>The figure of ours divided by theirs.</summary>
    public static Figure Compare(string name, double[] ours, double[] theirs, double goal, Aim aim, string detail)
    {
        var ratios = ours.Zip(theirs, (a, b) => a / b).Order().ToArray();
        var spread = (ratios[^(ratios.Length / 4 + 1)] - ratios[ratios.Length / 4]) / Median(ratios);
        return new Figure(name, Median(ratios), goal, aim, spread, detail);
    }

    public static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
