using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Spatial.CoordinateSystems;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Spooling;
using GridMap.Data.Stores.Tables;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing;

/// <summary>What the importers of all kinds share during one import: the state before, the ids, the rows, the report.</summary>
internal sealed class ImportRun(
    ImportRequest request,
    MapSnapshot before,
    TimeZoneInfo zone,
    IProgress<ImportProgress>? progress,
    CancellationToken cancellation)
    : IDisposable
{
    private const int RowsBetweenProgress = 1024;
    private readonly HashSet<string> seenFields = [];
    private readonly ContentId contentIds = new();
    private RowShapes shapes = new(CoordinateSystem.Wgs84);
    private readonly Envelope extent = ExtentOf(before);
    private string[]? lastNames;
    private FieldMap? map;
    private readonly List<IDisposable> spools = [];
    private long nextId = before.NextId;

    public ImportRequest Request { get; } = request;

    public MapSnapshot Before { get; } = before;

    public ReportBuilder Report { get; } = new();

    /// <summary>The file as it was opened, for the report.</summary>
    public SourceFile? File { get; private set; }

    public string Source { get; } = SourceOf(request);

    /// <summary>The zone of times without an offset.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The sources of the rows: the import's own, unless rows name theirs.</summary>
    public HashSet<string> Sources { get; } = request.Set.ContainsKey("source") ? [] : [SourceOf(request)];

    public long NextId => nextId;

    public long NewId() => nextId++;

    /// <summary>Where items go that are put: readable until the run is disposed of.</summary>
    public SpooledItems<T> NewSpool<T>(ItemTable<T> table)
        where T : class, IMapItem<T>
    {
        var spool = new SpooledItems<T>(table);
        spools.Add(spool);
        return spool;
    }

    /// <summary>Which field gives what: the targets that are properties, and the fields that options name.</summary>
    public FieldMap NewMap(IReadOnlyList<string> known, params IEnumerable<string?> mapped)
    {
        string?[] places = FileFormats.Of(Request.File) == FileFormat.Csv
            ? [Request.Lon ?? "lon", Request.Lat ?? "lat", Request.Wkt ?? "wkt"]
            : [];
        IReadOnlyList<string> all = Request.Set.ContainsKey("source") ? [.. known, "source"] : known;
        return map = new FieldMap(Request.Set, all, [Request.Id, .. mapped], places);
    }

    /// <summary>The rows that can be understood; the others are reported.</summary>
    /// <param name="map">What is wanted of them.</param>
    /// <param name="tableOnly">Whether rows need no geometry.</param>
    /// <exception cref="ImportException">The file lacks a field that was named.</exception>
    public IEnumerable<SourceRow> ReadRows(FieldMap map, bool tableOnly = false)
    {
        using var file = SourceFile.Open(OptionsOf(Request, tableOnly));
        File = file;
        shapes = new RowShapes(FileCrs.Of(file, Request.Crs));
        if (file.HasFixedFields)
        {
            CheckFields(map.Fields.Concat(map.SetFields), file.Fields);
        }

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

        // Where no row was understood, nothing is known of the fields, and the rows' own problems say why.
        if (!file.HasFixedFields && lastNames is not null)
        {
            CheckFields(map.Fields, seenFields);
            NoteAbsent(map);
        }
    }

    /// <summary>The row's geometry on the lattice, or null where the row was refused for it.</summary>
    public Geometry? Place(SourceRow row, ShapeTypes accepted)
    {
        var (shape, problem) = shapes.Place(row, accepted);
        problem ??= WhySwapped(row, shape!);
        if (problem is not null)
        {
            Report.Refuse(problem);
            return null;
        }

        return shape;
    }

    /// <summary>As <see cref="Place"/>; an invalid polygon is taken, and noted.</summary>
    public Geometry? PlaceAsIs(SourceRow row, ShapeTypes accepted)
    {
        var shape = Place(row, accepted);
        if (shape is not null && RowShapes.WhyInvalid(shape) is { } why)
        {
            Report.Note("invalid-polygon", $"Polygons were taken although they are invalid, the first in row "
                + $"{row.Number}: {why.Message}");
        }

        return shape;
    }

    /// <summary>The identity of a row: its id field, or its content where it has none.</summary>
    public SourceKey KeyOf(SourceRow row, Geometry? shape)
    {
        var source = map!.Find(row, "source") ?? Source;
        Sources.Add(source);
        var id = row.Find(Request.Id);
        if (id is null && Request.Id is not null)
        {
            Report.Note("no-id", $"Rows without '{Request.Id}': a hash of their content is their identity.");
        }

        return new SourceKey(source, id ?? contentIds.Of(row, shape));
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
    public void Dispose()
    {
        contentIds.Dispose();
        spools.ForEach(static spool => spool.Dispose());
    }

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

    // Degrees that are swapped are degrees all the same; but they are far from the map, and would be on it swapped back.
    private RowProblem? WhySwapped(SourceRow row, Geometry shape)
    {
        const double Far = 5;
        var at = shape.EnvelopeInternal.Centre;
        return extent.IsNull || extent.Distance(new Envelope(at)) < Far || !extent.Contains(at.Y, at.X)
            ? null
            : new RowProblem(row.Number, "swapped", $"{at.X} {at.Y}", "The place is far from the map, and on it when "
                + "longitude and latitude are swapped. Swap --lon and --lat, or write longitude first.");
    }

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

    private void CheckFields(IEnumerable<string> wanted, IReadOnlyCollection<string> fields)
    {
        if (wanted.FirstOrDefault(f => !fields.Contains(f)) is { } missing)
        {
            throw new ImportException(
                $"'{Request.File}' has no field '{missing}'. Its fields: {string.Join(", ", fields)}.");
        }
    }

    private void NoteAbsent(FieldMap wanted)
    {
        foreach (var field in wanted.SetFields.Where(f => !seenFields.Contains(f)))
        {
            Report.Note($"no-field-{field}", $"--set names '{field}', which no feature has.");
        }
    }

    private static Envelope ExtentOf(MapSnapshot snapshot)
    {
        var all = new Envelope();
        foreach (var grid in snapshot.Grids)
        {
            all.ExpandToInclude(grid.Shape?.EnvelopeInternal ?? new Envelope());
        }

        return all;
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
        KindImport => "kinds",
        CalendarImport => "calendar",
        _ => "vocabulary",
    };

    private static string SourceOf(ImportRequest request)
    {
        var source = request.Source ?? Path.GetFileNameWithoutExtension(request.File);
        return source.Length > 0 && !source.Contains('/') ? source : throw new ImportException(
            $"The source '{source}' (--source) must be a name without '/'.");
    }
}
