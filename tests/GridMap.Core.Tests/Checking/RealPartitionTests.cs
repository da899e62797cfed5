using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;

namespace GridMap.Core.Tests.Checking;

/// <summary>Real partitions whose faults are known, from ../shared/geodata.</summary>
public class RealPartitionTests
{
    [Theory]
    [InlineData("neukoelln/grids.geojson", "code", 54)]
    [InlineData("seoul/seoul_submunicipalities.shp", "code", 423)]
    public void A_clean_partition_has_no_errors(string file, string code, int leaves)
    {
        var map = Geodata.Partition(file, code);
        Assert.Equal(leaves, map.Leaves.Count);
        Assert.Empty(Run(map));
    }

    [Fact]
    public void Berlin_has_one_overlap_and_one_gap_of_a_tenth_of_a_square_metre()
    {
        var findings = Run(Geodata.Partition("berlin-lor/lor.geojson", "Schlüssel"));
        Assert.Equal(
            ["gap 0.1", "overlap 0.1"],
            findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule} {f.Measure:0.0}").Order());
    }

    [Fact]
    public void The_dirty_neighbourhoods_of_Seoul_have_41_overlapping_pairs_and_273_holes()
    {
        var findings = Run(Geodata.Partition("seoul/juso_seoul_neighborhoods.shp", "EMD_CD"));
        Assert.Equal((41, 273), (findings.Count(f => f.Rule == "overlap"), findings.Count(f => f.Rule == "gap")));
        Assert.Equal(391.8, findings.Where(f => f.Rule == "overlap").Sum(f => f.Measure!.Value), 0.1);
        Assert.Equal(2966.4, findings.Where(f => f.Rule == "gap").Sum(f => f.Measure!.Value), 0.1);
    }

    private static IReadOnlyList<Finding> Run(GridMap.Core.Grids.PartitionMap map) =>
        PartitionChecks.Run(map, MapSnapshot.Empty(new DateOnly(2026, 11, 22)));
}
