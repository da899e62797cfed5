using System.Runtime.CompilerServices;

namespace GridMap.Tests.Shared;

/// <summary>
/// Compares texts with files in the folder <c>golden</c> beside the test. Where they differ on purpose, run the test
/// once with <c>GRIDMAP_GOLDEN=write</c> and read the difference before committing it. Never writes in CI.
/// </summary>
public static class Golden
{
    public static void Match(string name, string text, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "golden", name);
        var actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("GRIDMAP_GOLDEN") == "write"
            && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"'{file}' is missing; GRIDMAP_GOLDEN=write makes it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
