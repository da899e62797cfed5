using GridMap.Core;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>There is a new revision.</summary>
    Published,

    /// <summary>The store says all of it already; there is no new revision.</summary>
    Unchanged,

    /// <summary>It was a dry run; nothing is written.</summary>
    DryRun,

    /// <summary>Nothing is written; <see cref="ImportReport.Reason"/> says why.</summary>
    Refused,
}

/// <summary>Something that happened to several rows, or to the file as a whole.</summary>
/// <param name="Rule">An ASCII id.</param>
/// <param name="Count">How many rows or items it concerns.</param>
/// <param name="Message">A sentence.</param>
public sealed record ImportNote(string Rule, long Count, string Message);

/// <summary>A finding, as reports carry it.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Grids">The codes of the grids concerned.</param>
/// <param name="Lon">Where it is; null where it has no place.</param>
/// <param name="Lat">Where it is; null where it has no place.</param>
/// <param name="Measure">Square metres or metres; null where it has none.</param>
/// <param name="Message">A sentence in Chinese and English.</param>
public sealed record ImportFinding(
    string Rule, string Severity, IReadOnlyList<string> Grids, double? Lon, double? Lat, double? Measure, LocalText Message);

/// <summary>
/// What became of each row of a file: <c>rows = taken + refused + duplicates</c>, and <c>taken = new + changed +
/// unchanged</c>, always.
/// </summary>
public sealed record ImportReport
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>What was imported: grids, reference, dwellings …</summary>
    public required string Import { get; init; }

    /// <summary>How it ended.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>Why nothing is written, where it was refused; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>The source that the items belong to.</summary>
    public string? Source { get; init; }

    /// <summary>The partition that grids belong to.</summary>
    public string? Partition { get; init; }

    /// <summary>The layer that was read, or null.</summary>
    public string? Layer { get; init; }

    /// <summary>The coordinate system that was read.</summary>
    public string? Crs { get; init; }

    /// <summary>The text encoding that was read.</summary>
    public string? Encoding { get; init; }

    /// <summary>From which date it holds.</summary>
    public DateOnly Effective { get; init; }

    /// <summary>Rows read.</summary>
    public long Rows { get; init; }

    /// <summary>Rows taken.</summary>
    public long Taken { get; init; }

    /// <summary>Rows whose item is new.</summary>
    public long New { get; init; }

    /// <summary>Rows whose item has a new version.</summary>
    public long Changed { get; init; }

    /// <summary>Rows whose item was there as it is.</summary>
    public long Unchanged { get; init; }

    /// <summary>Items that are in force no more.</summary>
    public long Retired { get; init; }

    /// <summary>Rows that were not taken.</summary>
    public IReadOnlyList<RowProblem> Refused { get; init; } = [];

    /// <summary>Rows that say what another row said: one item is taken for both.</summary>
    public IReadOnlyList<RowProblem> Duplicates { get; init; } = [];

    /// <summary>What else is worth knowing.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    /// <summary>The findings that the import adds.</summary>
    public IReadOnlyList<ImportFinding> Findings { get; init; } = [];

    /// <summary>The number of the new revision, or null.</summary>
    public long? Revision { get; init; }
}
