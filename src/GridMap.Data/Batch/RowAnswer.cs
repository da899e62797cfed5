using GridMap.Core.Grids;
using GridMap.Core.Locating;

namespace GridMap.Data.Batch;

/// <summary>How a row was answered.</summary>
public enum RowStatus
{
    /// <summary><c>bad_row</c>: it could not be read; <see cref="RowAnswer.Reason"/> says why.</summary>
    BadRow,

    /// <summary><c>ok</c>: one grid.</summary>
    Ok,

    /// <summary><c>near_border</c>: the accuracy circle, or the object that matched, touches a second grid.</summary>
    NearBorder,

    /// <summary><c>ambiguous</c>: several places match an address equally well.</summary>
    Ambiguous,

    /// <summary><c>not_found</c>: outside all grids, or no such address.</summary>
    NotFound,
}

/// <summary>What one row of a batch is answered. <c>default</c> is a bad row without a reason.</summary>
public readonly record struct RowAnswer
{
    private readonly IReadOnlyList<Grid>? path;

    /// <summary>An answer without an address.</summary>
    public RowAnswer(RowStatus status) => (Status, BorderMetres, Score, ScoreNext) = (status, double.NaN, double.NaN, double.NaN);

    /// <summary>How it was answered.</summary>
    public RowStatus Status { get; init; }

    /// <summary>From the root to the leaf; empty where there is none.</summary>
    public IReadOnlyList<Grid> Path
    {
        get => path ?? [];
        init => path = value;
    }

    /// <summary>Metres to the leaf's border; NaN where there is none.</summary>
    public double BorderMetres { get; init; }

    /// <summary>The address that matched; null for coordinates.</summary>
    public string? Address { get; init; }

    /// <summary>How well it matched, 0 to 1; NaN for coordinates.</summary>
    public double Score { get; init; }

    /// <summary>How well the next one matched; NaN where there is none.</summary>
    public double ScoreNext { get; init; }

    /// <summary>Why the row is bad, in English.</summary>
    public string? Reason { get; init; }

    /// <summary>The status of what was located.</summary>
    internal static RowStatus StatusOf(Certainty certainty) => certainty switch
    {
        Certainty.Sure => RowStatus.Ok,
        Certainty.Check => RowStatus.NearBorder,
        _ => RowStatus.NotFound,
    };

    /// <summary>A row that could not be read.</summary>
    public static RowAnswer Bad(string reason) => new(RowStatus.BadRow) { Reason = reason };
}
