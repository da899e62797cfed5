using System.Runtime.CompilerServices;

namespace GridMap.Tests.Shared;

/// <summary>
/// The real files that tests are run on: <c>../shared/geodata</c> beside the repository, or what the environment
/// variable <c>GRIDMAP_SHARED</c> names (the folder <c>shared</c>). Where they are absent a test is skipped, and fails in
/// CI (<c>CI=true</c>).
/// </summary>
public static class SharedGeodata
{
    private static readonly string Root = FindRoot();

    /// <summary>The path of a file in it, for example <c>neukoelln/grids.geojson</c>.</summary>
    public static string Path(string file)
    {
        var path = System.IO.Path.Combine(Root, "geodata", file);
        if (!File.Exists(path))
        {
            var missing = $"The real input '{path}' is missing; name its folder with GRIDMAP_SHARED.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", missing);
            Assert.Fail(missing);
        }

        return path;
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Environment.GetEnvironmentVariable("GRIDMAP_SHARED")
        ?? System.IO.Path.GetFullPath(System.IO.Path.Combine(thisFile, "../../../../shared"));
}
