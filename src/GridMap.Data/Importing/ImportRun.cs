using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing;

/// <summary>What the importers of all kinds share during one import: the state before, the ids, the rows, the report.</summary>
internal sealed class ImportRun(
    ImportRequest request, MapSnapshot before, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    : IDisposable
{
    private const int RowsBetweenProgress = 1024;
    private readonly HashSet<string> seenFields = [];
    private readonly ContentId contentIds = new();
    private RowShapes shapes = new(static g => g);
    private string[]? lastNames;
    private long nextId = before.NextId;

    public ImportRequest Request { get; } = request;

    public MapSnapshot Before { get; } = before;

    public ReportBuilder Report { get; } = new();

    /// <summary>The file as it was opened, for the report.</summary>
    public SourceFile? File { get; private set; }

    public string Source { get; } = SourceOf(request);

    public long NextId => nextId;

    public long NewId() => nextId++;

    /// <summary>The rows that can be understood; the others are reported.</summary>
    /// <param name="map">What is wanted of them.</param>
    /// <param name="tableOnly">Whether rows need no geometry.</param>
    /// <exception cref="ImportException">The file lacks a field that was named.</exception>
    public IEnumerable<SourceRow> ReadRows(FieldMap map, bool tableOnly = false)
    {
        using var file = SourceFile.Open(OptionsOf(Request, tableOnly));
        File = file;
        shapes = new RowShapes(FileCrs.ToLonLat(file, Request.Crs));
        CheckFields(map, file.HasFixedFields ? file.Fields : null);
        foreach (var row in file.ReadRows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (++Report.Rows % RowsBetweenProgress == 0)
            {
                progress?.Report(new ImportProgress(Report.Rows, file.Position, file.Length));
            }

            if (IsUnderstood(row))
            {
                yield return row;
            }
        }

        progress?.Report(new ImportProgress(Report.Rows, file.Length, file.Length));
        if (Report.Rows > 0)
        {
            CheckFields(map, seenFields);
        }
    }

    /// <summary>The row's geometry on the lattice, or null where the row was refused for it.</summary>
    public Geometry? Place(SourceRow row, ShapeTypes accepted)
    {
        var (shape, problem) = shapes.Place(row, accepted);
        if (problem is not null)
        {
            Report.Refuse(problem);
        }

        return shape;
    }

    /// <summary>The identity of a row: its id field, or its content where it has none.</summary>
    public SourceKey KeyOf(SourceRow row, Geometry? shape, string? source = null)
    {
        var id = row.Find(Request.Id);
        if (id is null && Request.Id is not null)
        {
            Report.Note("no-id", $"Rows without '{Request.Id}': a hash of their content is their identity.");
        }

        return new SourceKey(source ?? Source, id ?? contentIds.Of(row, shape));
    }

    public void Refuse(SourceRow row, string rule, string? value, string message) =>
        Report.Refuse(new RowProblem(row.Number, rule, value, message));

    /// <summary>A change set with the request's words and nothing in it yet.</summary>
    public ChangeSet NewChangeSet(string actor) => new()
    {
        ExpectedRevision = Before.State.Revision,
        NextId = NextId,
        Effective = Before.State.Date,
        Actor = actor,
        Document = Request.Document,
        Note = Request.Note,
    };

    /// <summary>The report, once all is done.</summary>
    public ImportReport ToReport(ImportOutcome outcome, string? reason = null) => Report.Build(new ImportReport
    {
        File = Request.File,
        Import = KindOf(Request),
        Outcome = outcome,
        Reason = reason,
        Source = Request is GridImport ? null : Source,
        Partition = (Request as GridImport)?.Partition,
        Layer = File?.Layer,
        Crs = Request.Crs ?? File?.Crs,
        Encoding = File?.Encoding,
        Effective = Before.State.Date,
    });

    /// <inheritdoc/>
    public void Dispose() => contentIds.Dispose();

    public static SourceOptions OptionsOf(ImportRequest request, bool tableOnly) => new(request.File)
    {
        Layer = request.Layer,
        Encoding = request.Encoding,
        Lon = request.Lon,
        Lat = request.Lat,
        Wkt = request.Wkt,
        Id = request.Id,
        TableOnly = tableOnly,
    };

    private bool IsUnderstood(SourceRow row)
    {
        if (row.Problem is { } problem)
        {
            Report.Refuse(problem);
            return false;
        }

        if (!ReferenceEquals(row.NameArray, lastNames))
        {
            lastNames = row.NameArray;
            seenFields.UnionWith(lastNames);
        }

        if (row.Values.Any(static v => v is not null && v.Contains('\0')))
        {
            Refuse(row, "nul", null, "A text holds a NUL character. Remove it in its source.");
            return false;
        }

        return true;
    }

    private void CheckFields(FieldMap map, IReadOnlyCollection<string>? fields)
    {
        var missing = fields is null ? null : map.Fields.FirstOrDefault(f => !fields.Contains(f));
        if (missing is not null)
        {
            throw new ImportException(
                $"'{Request.File}' has no field '{missing}'. Its fields: {string.Join(", ", fields!)}.");
        }
    }

    private static string KindOf(ImportRequest request) => request switch
    {
        GridImport => "grids",
        ReferenceImport => "reference",
        DwellingImport => "dwellings",
        DutyImport => "duties",
        EmergencyImport => "emergencies",
        ResourceImport => "resources",
        AddressImport => "addresses",
        _ => "vocabulary",
    };

    private static string SourceOf(ImportRequest request)
    {
        var source = request.Source ?? Path.GetFileNameWithoutExtension(request.File);
        return source.Length > 0 && !source.Contains('/') ? source : throw new ImportException(
            $"The source '{source}' (--source) must be a name without '/'.");
    }
}
