using System.Text.Encodings.Web;
using System.Text.Json;

namespace GridMap.Cli.Generating.Files;

/// <summary>Small JSON documents, indented by two spaces, with line feeds.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    public static void Write(string path, object content)
    {
        using var writer = TextFiles.Create(path);
        writer.Write(JsonSerializer.Serialize(content, Options));
        writer.Write('\n');
    }
}
