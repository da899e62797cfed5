using System.Text.Encodings.Web;
using System.Text.Json;
using GridMap.Cli.Running;

namespace GridMap.Cli.Printing;

/// <summary>Answers as JSON.</summary>
internal static class Print
{
    // Names are Chinese: readable in a terminal, and no HTML is near.
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints a value as JSON.</summary>
    public static void Json<T>(CliHost host, T value) => host.Out.WriteLine(JsonSerializer.Serialize(value, Indented));
}
