using System.Text;

namespace GridMap.Cli.Generating.Files;

/// <summary>Text files that are the same on every machine: UTF-8 without a mark, line feeds.</summary>
internal static class TextFiles
{
    public static TextWriter Create(string path) =>
        new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
}
