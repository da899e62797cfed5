using System.Text.Json.Serialization;
using GridMap.Core.Grids;

namespace GridMap.Data.Importing;

/// <summary>
/// An import, as the command line's options, a <c>--mapping</c> file or an entry of a folder's <c>import.json</c> say
/// it: the property names in JSON are those of the options (<c>parentNames</c> for <c>--parent-names</c>).
/// </summary>
/// <remarks>The generated JSON reader gives null to what a file leaves out: where there is a default, null means it.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "import")]
[JsonDerivedType(typeof(GridImport), "grids")]
[JsonDerivedType(typeof(ReferenceImport), "reference")]
[JsonDerivedType(typeof(DwellingImport), "dwellings")]
[JsonDerivedType(typeof(DutyImport), "duties")]
[JsonDerivedType(typeof(EmergencyImport), "emergencies")]
[JsonDerivedType(typeof(ResourceImport), "resources")]
[JsonDerivedType(typeof(AddressImport), "addresses")]
[JsonDerivedType(typeof(VocabularyImport), "vocabulary")]
[JsonDerivedType(typeof(KindImport), "kinds")]
[JsonDerivedType(typeof(CalendarImport), "calendar")]
public abstract record ImportRequest
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The file; relative to the caller's folder, in an <c>import.json</c> to that file's folder.</summary>
    public string File { get; init => field = value ?? ""; } = "";

    /// <summary>Who keeps the items; null: the file's name without its ending.</summary>
    public string? Source { get; init; }

    /// <summary>The field with the item's id in its source; null: a hash of its content.</summary>
    public string? Id { get; init; }

    /// <summary>The field with its name.</summary>
    public string? Name { get; init; }

    /// <summary>The field with the longitude or easting.</summary>
    public string? Lon { get; init; }

    /// <summary>The field with the latitude or northing.</summary>
    public string? Lat { get; init; }

    /// <summary>The field with a WKT geometry.</summary>
    public string? Wkt { get; init; }

    /// <summary>The coordinate system; null: what the file says, else lon lat in degrees.</summary>
    public string? Crs { get; init; }

    /// <summary>The layer of a file that has several.</summary>
    public string? Layer { get; init; }

    /// <summary>The text encoding; null: what the file says, else detected.</summary>
    public string? Encoding { get; init; }

    /// <summary><c>target=FIELD</c> pairs: which field gives which property or attribute.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init => field = value ?? None; } = None;

    /// <summary>
    /// From which date it holds: a date, or <c>first-of-next-month</c>; null: today.
    /// </summary>
    public string? Effective { get; init; }

    /// <summary>The document it rests on.</summary>
    public string? Document { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>Read and check everything, and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Refuse the whole file when a row is refused.</summary>
    public bool Strict { get; init; }

    /// <summary>Take it although it adds errors; the findings stay with the state.</summary>
    public bool AcceptFindings { get; init; }

    /// <summary>Retire what the source (for grids: the partition) had and the file has no more.</summary>
    public bool RetireMissing { get; init; }
}

/// <summary>Grids of a partition, leaves with their polygons.</summary>
public sealed record GridImport : ImportRequest
{
    /// <summary>The field with the code.</summary>
    public required string Code { get; init; }

    /// <summary>The field with the code of the grid above.</summary>
    public string? Parent { get; init; }

    /// <summary>Lengths of the code's prefixes, root first, the whole code last: the upper grids are made from them.</summary>
    public IReadOnlyList<int> Prefix { get; init => field = value ?? []; } = [];

    /// <summary>A file of the upper grids' polygons: each leaf goes to the one that holds its interior point.</summary>
    public string? Upper { get; init; }

    /// <summary>Level ids, root first.</summary>
    public IReadOnlyList<string> Level { get; init => field = value ?? []; } = [];

    /// <summary>Fields with the names of the upper grids, root first.</summary>
    public IReadOnlyList<string> ParentNames { get; init => field = value ?? []; } = [];

    /// <summary>The partition's code.</summary>
    public string Partition { get; init => field = value ?? "governance"; } = "governance";

    /// <summary>Its tiling; null: as it is, for a new one complete.</summary>
    public Tiling? Tiling { get; init; }

    /// <summary>The field with <c>base</c>, <c>dedicated</c> or <c>dedicated:subtype</c>.</summary>
    public string? Category { get; init; }
}

/// <summary>Reference features of one layer.</summary>
public sealed record ReferenceImport : ImportRequest
{
    /// <summary>The layer's id: outline, division, barrier, gap, compound …</summary>
    public required string LayerKind { get; init; }

    /// <summary>The field with a code.</summary>
    public string? Code { get; init; }
}

/// <summary>Dwellings.</summary>
public sealed record DwellingImport : ImportRequest;

/// <summary>Duties with their holders, from a table whose columns <c>geodata/README.md</c> lists.</summary>
public sealed record DutyImport : ImportRequest;

/// <summary>Declared emergencies, from a table whose columns <c>geodata/README.md</c> lists.</summary>
public sealed record EmergencyImport : ImportRequest;

/// <summary>Resources of one kind.</summary>
public sealed record ResourceImport : ImportRequest
{
    /// <summary>The kind's id.</summary>
    public required string Kind { get; init; }

    /// <summary>The field with the capacity.</summary>
    public string? Capacity { get; init; }
}

/// <summary>Addresses.</summary>
public sealed record AddressImport : ImportRequest
{
    /// <summary>The text, with fields in braces: <c>{street} {housenumber}, {postcode} Berlin</c>.</summary>
    public required string Text { get; init; }
}

/// <summary>Partitions with their levels, kinds, roles and subtypes, with names in two languages; a JSON file.</summary>
public sealed record VocabularyImport : ImportRequest;

/// <summary>Kinds of resources with their names, icon and attributes; a JSON file.</summary>
public sealed record KindImport : ImportRequest;

/// <summary>A calendar of holidays; a JSON file.</summary>
public sealed record CalendarImport : ImportRequest;
