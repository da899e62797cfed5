using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GridMap.Core.Tests.Architecture;

/// <summary>Which folder may use which. A failure names the file and the word that breaks the rule.</summary>
public partial class LayeringTests
{
    /// <summary>
    /// Core's layers, the highest first: a folder uses folders of lower lines only. "Core" is the root namespace's two
    /// pictures of a whole state; its other types (ids, names, attributes) are for everybody.
    /// </summary>
    private static readonly string[][] Layers =
    [
        ["Plans"],
        ["Checking", "Comparing", "Reach"],
        ["Figures"],
        ["Core"],
        ["Locating"],
        ["History"],
        ["Duties", "Resources", "Addresses"],
        ["Grids"],
        ["Reference"],
        ["Spatial", "Windows"],
    ];

    private static readonly string[][] Projects =
    [
        ["src/GridMap.Core", ""],
        ["src/GridMap.Data", "GridMap.Core"],
        ["src/GridMap.Server", "GridMap.Core GridMap.Data"],
        ["tools/GridMap.Cli", "GridMap.Core GridMap.Data"],
    ];

    [Fact]
    public void Folders_of_Core_use_only_the_layers_below_them() =>
        Assert.Empty(SourceTree.Files("src/GridMap.Core").SelectMany(Violations));

    [Theory]
    [InlineData("Spatial/A.cs", "using GridMap.Core.Grids;", "Spatial uses Grids (using GridMap.Core.Grids)")]
    [InlineData("Grids/Checks/A.cs", "using D = GridMap.Core.Duties.Duty;", "Grids uses Duties (GridMap.Core.Duties)")]
    [InlineData("Resources/A.cs", "using GridMap.Core.Duties;", "Resources uses Duties (using GridMap.Core.Duties)")]
    [InlineData("Grids/A.cs", "CityMap map;", "Grids uses Core (CityMap)")]
    [InlineData("Stray/A.cs", "", "Stray is in no layer: name it in LayeringTests")]
    public void A_use_of_a_higher_or_a_sibling_layer_is_named(string path, string code, string violation) =>
        Assert.Equal([$"src/GridMap.Core/{path}: {violation}"], Violations(new($"src/GridMap.Core/{path}", code)));

    [Theory]
    [InlineData("Plans/A.cs", "using GridMap.Core.Grids.Checks;")]
    [InlineData("Grids/Checks/A.cs", "using GridMap.Core.Grids; // not a CityMap")]
    [InlineData("CityMap.cs", "using GridMap.Core.Locating;")]
    public void A_use_of_a_lower_layer_is_allowed(string path, string code) =>
        Assert.Empty(Violations(new($"src/GridMap.Core/{path}", code)));

    [Fact]
    public void Core_does_no_input_or_output_reads_no_clock_and_knows_no_JSON() =>
        Assert.Empty(
            from file in SourceTree.Files("src/GridMap.Core")
            from word in file.Names(Forbidden())
            select $"{file.Path}: {word}");

    [Fact]
    public void Core_references_only_geometry_libraries() =>
        Assert.All(
            typeof(LocalText).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!),
            name => Assert.True(name is "NetTopologySuite" or "ProjNET" || IsPlainRuntime(name), name));

    [Fact]
    public void Projects_reference_only_the_projects_below_them() =>
        Assert.Empty(
            from project in Projects
            from reference in ProjectReferences(project[0])
            where !project[1].Split(' ').Contains(reference)
            select $"{project[0]} references {reference}");

    [Fact]
    public void Every_project_that_ships_has_a_rule()
    {
        var shipped = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => "src/" + Path.GetFileName(folder));
        Assert.Empty(shipped.Except(Projects.Select(project => project[0])));
    }

    private static IEnumerable<string> Violations(SourceFile file)
    {
        var folder = FolderOf(file.Path);
        var layer = LayerOf(folder);
        return layer < 0
            ? [$"{file.Path}: {folder} is in no layer: name it in LayeringTests"]
            : from word in file.Names(Uses())
              let used = UsedBy(word)
              where used != folder && LayerOf(used) <= layer && LayerOf(used) >= 0
              select $"{file.Path}: {folder} uses {used} ({word})";
    }

    private static string FolderOf(string path) =>
        path.Split('/') is [_, _, var folder, _, ..] ? folder : "Core";

    private static string UsedBy(string word) =>
        word is "CityMap" or "MapSnapshot" ? "Core" : word[(word.LastIndexOf('.') + 1)..];

    private static int LayerOf(string folder) => Array.FindIndex(Layers, layer => layer.Contains(folder));

    private static IEnumerable<string> ProjectReferences(string project) =>
        XDocument.Load(Path.Combine(SourceTree.Root, project, Path.GetFileName(project) + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    private static bool IsPlainRuntime(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal)
        && !assembly.StartsWith("System.Text.Json", StringComparison.Ordinal)
        && !assembly.StartsWith("System.IO", StringComparison.Ordinal)
        && !assembly.StartsWith("System.Net", StringComparison.Ordinal)
        && !assembly.StartsWith("System.Data", StringComparison.Ordinal);

    [GeneratedRegex(@"(using )?\bGridMap\.Core\.[A-Z]\w+|\bCityMap\b|\bMapSnapshot\b")]
    private static partial Regex Uses();

    [GeneratedRegex(
        @"\bSystem\.(IO|Net|Data|Text\.Json)\b|\basync\b|\bawait\b|\bTask<|\b(File|Directory|Console|Stopwatch)\.\w+|\bTimeProvider\b")]
    private static partial Regex Forbidden();
}
