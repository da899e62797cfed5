using System.Globalization;
using GridMap.Cli.Generating;

namespace GridMap.Cli.Tests.Generating;

public sealed class DistrictGeneratorTests
{
    /// <summary>What made <c>geodata/sample</c>.</summary>
    private const int SampleSeed = 1;

    [Fact]
    public void The_committed_sample_is_what_the_generator_writes_in_any_culture() => InFolder(folder =>
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = odd;

        var files = DistrictGenerator.Write(SampleSeed, "kuiwen", folder);

        Assert.Equal(files, Names(folder));
        Assert.Equal(files, Names(Sample.Folder));
        foreach (var file in files)
        {
            var same = File.ReadAllBytes(Path.Combine(folder, file)).AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(Sample.Folder, file)));
            Assert.True(same, $"{file} is not what 'gridmap generate --seed {SampleSeed}' writes; run it again and commit.");
        }
    });

    [Fact]
    public void Another_seed_gives_another_district_of_the_same_size() => InFolder(folder =>
    {
        DistrictGenerator.Write(SampleSeed + 1, "kuiwen", folder);

        foreach (var file in (string[])["grids.geojson", "beats.geojson", "compounds.geojson", "addresses.csv", "parking.geojson"])
        {
            var (here, there) = (File.ReadAllLines(Path.Combine(folder, file)), File.ReadAllLines(Path.Combine(Sample.Folder, file)));
            Assert.Equal(there.Length, here.Length);
            Assert.NotEqual(there, here);
        }
    });

    [Fact]
    public void An_unknown_preset_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => DistrictGenerator.Write(1, "atlantis", "unused"));

        Assert.StartsWith("'atlantis' is no preset; there is: kuiwen.", error.Message);
        Assert.False(Directory.Exists("unused"));
    }

    [Fact]
    public void The_sample_is_under_eight_megabytes_with_line_feeds_and_no_byte_order_mark()
    {
        var contents = Names(Sample.Folder).Select(f => File.ReadAllBytes(Path.Combine(Sample.Folder, f))).ToList();

        Assert.True(contents.Sum(c => (long)c.Length) < 8_000_000);
        Assert.DoesNotContain(contents, c => c.Contains((byte)'\r') || c[0] == 0xEF);
    }

    private static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("gridmap-sample-").FullName;
        try
        {
            test(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
