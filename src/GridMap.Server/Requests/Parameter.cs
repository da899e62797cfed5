using GridMap.Core;

namespace GridMap.Server.Requests;

/// <summary>The JSON type that the API's description gives a parameter.</summary>
internal enum ParameterType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A decimal number with a point.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,
}

/// <summary>A parameter of a route: what the route reads, its description and its error messages agree on it.</summary>
/// <param name="Name">Its name, in a query, a form or a JSON object.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Accepted">What is accepted, as messages say it.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record Parameter(
    string Name, ParameterType Type, string Description, string Accepted, bool Required = false);

/// <summary>The parameters that a route accepts; metadata of the route.</summary>
internal sealed class ParameterList(params Parameter[] items)
{
    public Parameter[] Items { get; } = items;

    /// <summary>The content types of a body that is no list of parameters; then these stand in the query.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];
}

/// <summary>The parameters that several routes share.</summary>
internal static class Parameters
{
    public static readonly Parameter Lon = new(
        "lon", ParameterType.Number, "Longitude, or the easting of another crs.",
        "decimal degrees from -180 to 180, or metres with crs of a projected system", Required: true);

    public static readonly Parameter Lat = new(
        "lat", ParameterType.Number, "Latitude, or the northing of another crs.",
        "decimal degrees from -90 to 90, or metres with crs of a projected system", Required: true);

    public static readonly Parameter Crs = new(
        "crs", ParameterType.Text, "The coordinate system of lon and lat; CRS84 when absent.",
        "CRS84, EPSG:n (4326, 4490, 3857, 4513 to 4554, UTM), GCJ02 or BD09");

    public static readonly Parameter Accuracy = new(
        "accuracy", ParameterType.Number, "How far off the point may be, in metres.",
        "metres from 0 to 100000");

    public static readonly Parameter Partition = new(
        "partition", ParameterType.Text, "The one partition to ask; all when absent.",
        "the id of a partition; /kinds lists them");

    public static readonly Parameter At = new(
        "at", ParameterType.Text, "The instant or date asked for; now when absent.",
        $"an RFC 3339 time (without an offset: in the deployment's zone) or a date, 2026-11-22, of {StatedYears.Range.En}");

    public static readonly Parameter AsOf = new(
        "asof", ParameterType.Text, "As recorded then; the last revision when absent.",
        $"the number of a revision, an RFC 3339 time or a date of {StatedYears.Range.En}");

    public static readonly Parameter Include = new(
        "include", ParameterType.Text, "What else to answer, separated by commas.",
        "duties, stations, address");

    public static readonly Parameter Address = new(
        "address", ParameterType.Text,
        "Instead of lon and lat: an address as people write or say it, a landmark, the code of a lamp post or a grid. "
        + "Send a home address by POST: a URL may be logged on its way.",
        "a text of 1 to 200 characters with a letter or a digit");

    public static readonly Parameter Text = new(
        "q", ParameterType.Text, "What was typed so far: the beginning or the middle of a name, or an unfinished address.",
        "a text of 1 to 200 characters with a letter or a digit");

    public static readonly Parameter Kind = new(
        "kind", ParameterType.Text, "The kind of resource; any when absent.",
        "the id of a kind; /kinds lists them");

    public static readonly Parameter Limit = new(
        "limit", ParameterType.Integer, "At most how many; 10 when absent.", "a whole number from 1 to 1000");

    public static readonly Parameter Radius = new(
        "radius", ParameterType.Number, "Only what is at most that far, in metres.", "metres, 0 or more");
}
