using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GridMap.Cli.Tests.RealInput;

/// <summary>The real script in a real process.</summary>
public class ScriptTests(NeukoellnSet set) : IClassFixture<NeukoellnSet>
{
    [Fact]
    public async Task The_script_imports_and_locates_with_paths_of_the_callers_folder_and_passes_exit_codes()
    {
        File.Copy(NeukoellnSet.Grids, Path.Combine(set.Folder, "网格.geojson"));
        var store = Path.Combine(set.Folder, "script.gpkg");

        var import = await RunAsync("import", "grids", "网格.geojson", "--code", "code", "--name", "name", "--store", store);
        var locate = await RunAsync("locate", "--lon", "13.45", "--lat", "52.48", "--store", store);
        var wrong = await RunAsync("locate", "--lon", "52.48", "--lat", "130.45", "--store", store);

        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        Assert.StartsWith("网格.geojson: 54 rows read, 54 taken (54 new", import.Out);
        Assert.Contains("grid      08010405 Hertzbergplatz", locate.Out);
        Assert.Contains("治理网格", locate.Out);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Equal(
            "gridmap: --lat 130.45 is no latitude. lon and lat look swapped: try --lon 130.45 --lat 52.48.\n", wrong.Error);
    }

    private async Task<CliResult> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Script(), args)
        {
            WorkingDirectory = set.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LANG"] = "C" },
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, output, await error);
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../../tools/gridmap"));
}
