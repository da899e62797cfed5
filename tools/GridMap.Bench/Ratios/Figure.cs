namespace GridMap.Bench.Ratios;

/// <summary>Which side of its goal a ratio should be on.</summary>
internal enum Aim
{
    AtLeast,
    AtMost,
}

/// <summary>One ratio of a run: what was compared, what came out, and what it should be.</summary>
/// <param name="Name">A short name without white space, by which <c>ratios NAME</c> finds it.</param>
/// <param name="Ratio">The median over the rounds of ours divided by theirs.</param>
/// <param name="Goal">The goal.</param>
/// <param name="Aim">Whether more or less is better.</param>
/// <param name="Spread">The ratio's interquartile range divided by its median: how noisy the run was.</param>
/// <param name="Detail">The absolute figures of the run, for the reader; they are no goal.</param>
internal sealed record Figure(string Name, double Ratio, double Goal, Aim Aim, double Spread, string Detail)
{
    public bool Reached => Aim == Aim.AtLeast ? Ratio >= Goal : Ratio <= Goal;

    /// <summary><c>name TAB ratio TAB goal TAB reached|short</c>.</summary>
    public string ToLine() => $"{Name}\t{Ratio:0.###}\t{(Aim == Aim.AtLeast ? "" : "<=")}{Goal:0.###}\t{(Reached ? "reached" : "short")}";
}
