using System.Text.Json.Serialization;

namespace GridMap.Data.Answers;

/// <summary>The grids of a point, as <c>/locate</c> and <c>gridmap locate --json</c> write them.</summary>
/// <param name="State">The state that was asked, <c>revision@date</c>.</param>
/// <param name="Point">The point as rounded to the lattice.</param>
/// <param name="Results">One for each partition asked, the default one first.</param>
public sealed record LocateJson(string State, PointJson Point, IReadOnlyList<PartitionJson> Results)
{
    /// <summary>The nearest address; absent unless asked for, and where there is none near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NearAddressJson? Address { get; init; }
}

/// <summary>A position in decimal degrees, WGS 84 or CGCS2000.</summary>
public sealed record PointJson(double Lon, double Lat);

/// <summary>The grid of a point in one partition.</summary>
public sealed record PartitionJson
{
    /// <summary>The partition's code.</summary>
    public required string Partition { get; init; }

    /// <summary>Whether a leaf holds the point.</summary>
    public required bool Inside { get; init; }

    /// <summary><c>sure</c>, <c>check</c> or <c>unknown</c>.</summary>
    public required string Certainty { get; init; }

    /// <summary>The leaf, or null when outside; the assigned grid where there is one.</summary>
    public GridJson? Grid { get; init; }

    /// <summary>True where somebody assigned the grid to the address; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Assigned { get; init; }

    /// <summary>Where a grid is assigned: the code of the leaf that holds the position; absent elsewhere and outside all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ByPosition { get; init; }

    /// <summary>Root first, the leaf last; empty when outside.</summary>
    public required IReadOnlyList<PathJson> Path { get; init; }

    /// <summary>The nearest part of the leaf's border; null when outside.</summary>
    public BorderJson? Border { get; init; }

    /// <summary>Every leaf that the accuracy circle touches, the largest share first.</summary>
    public required IReadOnlyList<ShareJson> Grids { get; init; }

    /// <summary>The nearest leaf; null when inside.</summary>
    public NearestGridJson? Nearest { get; init; }

    /// <summary>Who answers, first to be called first; absent unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DutyJson>? Duties { get; init; }

    /// <summary>The stations that serve the grid; absent unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StationJson>? Stations { get; init; }
}

/// <summary>A leaf grid.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Level">The id of its level.</param>
/// <param name="Category"><c>base</c> or <c>dedicated</c>.</param>
/// <param name="Subtype">The id of the subtype of a dedicated grid, or null.</param>
public sealed record GridJson(string Code, string? Name, string Level, string Category, string? Subtype);

/// <summary>A grid of a path.</summary>
public sealed record PathJson(string Code, string? Name, string Level);

/// <summary>The nearest part of a leaf's border.</summary>
/// <param name="Distance">Metres on the ellipsoid, to the centimetre.</param>
/// <param name="Neighbour">The code of the leaf across, or null where there is none.</param>
public sealed record BorderJson(double Distance, string? Neighbour);

/// <summary>A leaf and its share of the accuracy circle, 0 to 1, to six decimals.</summary>
public sealed record ShareJson(string Code, double Share);

/// <summary>The leaf nearest to a point outside all, with the distance in metres, to the centimetre.</summary>
public sealed record NearestGridJson(string Code, double Distance);

/// <summary>A duty for a grid of the path. Holder and phone are personal data.</summary>
/// <param name="Grid">The code of the grid of the path.</param>
/// <param name="Role">The id of the role.</param>
/// <param name="Chain"><c>everyday</c> or <c>emergency</c>.</param>
/// <param name="Order">1 is called first.</param>
/// <param name="Holder">The person's or organisation's name; null where the post is unfilled.</param>
/// <param name="Phone">The phone, or null.</param>
/// <param name="Deputy">Whether the holder stands in for the one of the same role.</param>
/// <param name="OnCall">Whether the holder is on call at the instant asked; null when the window is not understood.</param>
public sealed record DutyJson(
    string Grid, string Role, string Chain, int Order, string? Holder, string? Phone, bool Deputy, bool? OnCall);

/// <summary>A station that serves a grid of the path.</summary>
/// <param name="Id"><c>source/id</c>.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Grid">The code of the grid of the path that it serves.</param>
/// <param name="Distance">Metres on the ellipsoid, to the centimetre.</param>
/// <param name="Lon">Where it is: its first gate, or an interior point of its shape.</param>
/// <param name="Lat">Where it is.</param>
/// <param name="Attributes">What else is known of it: phone, hours.</param>
public sealed record StationJson(
    string Id,
    string Kind,
    string? Name,
    string Grid,
    double Distance,
    double Lon,
    double Lat,
    IReadOnlyDictionary<string, string> Attributes);
