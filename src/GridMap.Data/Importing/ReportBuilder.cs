using GridMap.Core.Grids.Checks;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>Counts what becomes of each row.</summary>
internal sealed class ReportBuilder
{
    private readonly List<RowProblem> refused = [];
    private readonly List<RowProblem> duplicates = [];
    private readonly Dictionary<string, ImportNote> notes = [];

    public long Rows { get; set; }

    public long New { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public long Retired { get; set; }

    public List<Finding> Findings { get; } = [];

    public int Reported => refused.Count + duplicates.Count;

    public void Refuse(RowProblem problem) => refused.Add(problem);

    public void Duplicate(RowProblem problem) => duplicates.Add(problem);

    /// <summary>Notes something; of one rule the first message stays and the count rises.</summary>
    public void Note(string rule, string message, long count = 1) =>
        notes[rule] = notes.TryGetValue(rule, out var note)
            ? note with { Count = note.Count + count }
            : new ImportNote(rule, count, message);

    /// <summary>The report, once all rows are read.</summary>
    public ImportReport Build(ImportReport frame) => frame with
    {
        Rows = Rows,
        Taken = New + Changed + Unchanged,
        New = New,
        Changed = Changed,
        Unchanged = Unchanged,
        Retired = Retired,
        Refused = [.. refused.OrderBy(r => r.Row)],
        Duplicates = [.. duplicates.OrderBy(r => r.Row)],
        Notes = [.. notes.Values],
        Findings = [.. Findings.Select(Shown)],
    };

    private static ImportFinding Shown(Finding finding)
    {
        var at = finding.Place is { IsEmpty: false } place ? place.Coordinate : null;
        return new ImportFinding(
            finding.Rule,
            finding.Severity.ToString().ToLowerInvariant(),
            finding.Grids,
            at?.X,
            at?.Y,
            finding.Measure,
            finding.Message);
    }
}
