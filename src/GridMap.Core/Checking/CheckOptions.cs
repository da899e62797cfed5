namespace GridMap.Core.Checking;

/// <summary>From which size on something is a finding. Measured on the ellipsoid.</summary>
public sealed record CheckOptions
{
    /// <summary>The defaults.</summary>
    public static readonly CheckOptions Default = new();

    /// <summary>
    /// Overlaps of two leaves of less than that many square metres in all are rounding. Default 0.001: a strip of 10 m
    /// by the lattice's 0.1 mm.
    /// </summary>
    public double OverlapSquareMetres { get; init; } = 0.001;

    /// <summary>Gaps of no more than that many square metres are none. Default 0: every hole is one.</summary>
    public double GapSquareMetres { get; init; }

    /// <summary>
    /// Borders of two leaves that do not match, and run within that many metres of one another, are meant to be one.
    /// Default 0.001.
    /// </summary>
    public double UnmatchedMetres { get; init; } = 0.001;

    /// <summary>A leaf may lie outside its division by that many square metres. Default 1.</summary>
    public double DivisionSquareMetres { get; init; } = 1;

    /// <summary>A part of a compound or dwelling of no more than that many square metres is not cut off. Default 1.</summary>
    public double CutSquareMetres { get; init; } = 1;

    /// <summary>Nor is a part of no more than that share of it. Default 0.01.</summary>
    public double CutShare { get; init; } = 0.01;

    /// <summary>The roles that head a grid; one of them must be filled. Default <c>grid_head</c>.</summary>
    public IReadOnlyList<string> HeadRoles { get; init; } = ["grid_head"];
}
