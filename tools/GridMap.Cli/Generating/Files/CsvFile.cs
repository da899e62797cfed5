namespace GridMap.Cli.Generating.Files;

/// <summary>Writes comma-separated values (RFC 4180, but with a line feed alone), UTF-8, as they come.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly TextWriter writer;

    public CsvFile(string path, params ReadOnlySpan<string?> columns)
    {
        writer = TextFiles.Create(path);
        Add(columns);
    }

    public void Add(params ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            writer.Write(i == 0 ? "" : ",");
            writer.Write(Quoted(values[i] ?? ""));
        }

        writer.Write('\n');
    }

    public void Dispose() => writer.Dispose();

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"")}\"";
}
