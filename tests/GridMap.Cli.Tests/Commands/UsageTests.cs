namespace GridMap.Cli.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("", "gridmap: Required command was not provided.")]
    [InlineData("locate --lon 13.4", "gridmap: --lat is missing. Accepted: decimal degrees")]
    [InlineData("locate --lon east --lat 52", "gridmap: --lon 'east' is not a finite number. Accepted: decimal degrees")]
    [InlineData("import grids", "gridmap: Required argument missing for command: 'grids'.")]
    [InlineData("import grids g.geojson", "gridmap: import grids needs --code FIELD, here or in the mapping file.")]
    [InlineData("import grids g.geojson --code c --prefix 2,four", "gridmap: --prefix takes whole numbers with commas")]
    [InlineData("import grids g.geojson --code c --set households", "gridmap: --set takes target=FIELD pairs with commas")]
    [InlineData("import grids g.geojson --code c --tiling odd", "gridmap: Argument 'odd' not recognized.")]
    [InlineData("export everything f.csv", "gridmap: Argument 'everything' not recognized.")]
    [InlineData("locate --lon 1 --lat 2 --at yesterday", "gridmap: --at 'yesterday' is no date of the years 1900 to 2200")]
    [InlineData("locate --lon 1 --lat 2 --at 0001-01-01", "gridmap: --at '0001-01-01' is no date of the years 1900 to 2200")]
    [InlineData("locate --lon 1 --lat 2 --at 9999-12-31", "gridmap: --at '9999-12-31' is no date of the years")]
    public async Task Wrong_usage_is_a_line_that_names_the_option_and_exit_code_2(string line, string message)
    {
        var result = await Cli.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.Error);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task The_hint_names_the_command_whose_help_helps() =>
        Assert.EndsWith("Try: gridmap import grids --help\n", (await Cli.RunAsync("import", "grids")).Error);

    [Theory]
    [InlineData("locate --lon 119 --lat 36")]
    [InlineData("revisions")]
    [InlineData("check")]
    public async Task A_store_that_is_only_read_is_not_made(string line)
    {
        var folder = Directory.CreateTempSubdirectory("gridmap-absent");
        try
        {
            var file = Path.Combine(folder.FullName, "mistyped.gpkg");
            var result = await Cli.RunAsync([.. line.Split(' '), "--store", file]);

            Assert.Equal(2, result.ExitCode);
            Assert.StartsWith($"gridmap: There is no store '{file}'", result.Error);
            Assert.False(File.Exists(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
