using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GridMap.Core.Tests.Architecture;

/// <summary>The project's own source files, as text.</summary>
internal static partial class SourceTree
{
    /// <summary>The folder that holds GridMap.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files below a folder of the root, build products left out.</summary>
    public static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "GridMap.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {here} holds GridMap.sln.");
    }
}

/// <summary>A source file: its path from the root with forward slashes, and its text.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The words of the pattern that it uses, each once, comments aside.</summary>
    public IEnumerable<string> Names(Regex pattern) => pattern.Matches(Code).Select(match => match.Value).Distinct();

    private string Code => Comment().Replace(Text, "");

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
