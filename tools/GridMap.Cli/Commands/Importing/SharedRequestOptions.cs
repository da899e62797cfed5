namespace GridMap.Cli.Commands.Importing;

/// <summary>The options of every import.</summary>
internal static class SharedRequestOptions
{
    /// <summary>A new set of them: an option belongs to one command.</summary>
    public static RequestOption[] All() =>
    [
        RequestOption.Text("source", "NAME", "Who keeps the items; without it the file's name without its ending"),
        RequestOption.Text("id", "FIELD", "The field with an item's id, unique in the source; without it its content is"),
        RequestOption.Text("name", "FIELD", "The field with the name"),
        RequestOption.Pairs(
            "set", "TARGET=FIELD,…", "Which field gives which property or attribute; without it all fields are kept"),
        RequestOption.Text("lon", "FIELD", "The field with the longitude or easting"),
        RequestOption.Text("lat", "FIELD", "The field with the latitude or northing"),
        RequestOption.Text("wkt", "FIELD", "The field with a geometry in WKT"),
        RequestOption.Text(
            "crs", "CODE", "The coordinate system, like EPSG:4549 or GCJ02; without it what the file says, else lon lat"),
        RequestOption.Text("layer", "NAME", "The layer of a file that has several"),
        RequestOption.Text("encoding", "NAME", "The text encoding; without it what the file says, else detected"),
        RequestOption.Text("effective", "DATE", "From which date it holds (or first-of-next-month); without it today"),
        RequestOption.Text("document", "TEXT", "The document it rests on"),
        RequestOption.Text("note", "TEXT", "A remark"),
        RequestOption.Flag("dry-run", "Read and check everything, write nothing"),
        RequestOption.Flag("strict", "Refuse the whole file when a row is refused"),
        RequestOption.Flag("accept-findings", "Take it although it adds errors; the findings stay with the state"),
        RequestOption.Flag("retire-missing", "Retire what was there from this source and the file has no more"),
    ];
}
