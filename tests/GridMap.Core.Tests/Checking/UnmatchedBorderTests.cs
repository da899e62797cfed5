using CsCheck;
using GridMap.Core.Checking;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Grids;
using GridMap.Core.Tests.Spatial.Coverages;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Checking;

/// <summary>Borders whose vertices differ, whatever the order of ids, beside NetTopologySuite's CoverageValidator.</summary>
public class UnmatchedBorderTests
{
    private static readonly GeometryFactory Exact = new();

    [Theory]
    [InlineData(
        "g1 POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0)) | g2 POLYGON ((0.01 0, 0.014 0, 0.014 0.004, 0.01 0.004, 0.01 0))",
        "g1 g2 442.3", "a T-junction")]
    [InlineData(
        "g1 POLYGON ((0 0, 1 0, 1 3, 0 3, 0 0)) | g2 POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0)) | g3 POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1)) "
            + "| g4 POLYGON ((1 2, 2 2, 2 3, 1 3, 1 2))",
        "g1 g2 110574.4, g1 g3 110575.1, g1 g4 110576.4", "one long edge against three short ones")]
    [InlineData(
        "g1 POLYGON ((0 0, 1 0, 1 3, 0 3, 0 0)) | g2 POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0)) | g3 POLYGON ((1 2, 2 2, 2 3, 1 3, 1 2))",
        "g1 g2 110574.4, g1 g3 110576.4", "neighbours at both ends only")]
    [InlineData(
        "g1 POLYGON ((0 0, 1 0, 1 3, 0 3, 0 0)) | g2 POLYGON ((1 1, 2 0, 2 2, 1 1))", "g1 g2 0.0", "a corner on an edge")]
    [InlineData(
        "g1 POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | g2 POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))", "", "corners on each other")]
    [InlineData(
        "g1 POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | g2 POLYGON ((1 1, 0 1.02, 0 2, 1 1))", "", "a sharp notch")]
    [InlineData(
        "g1 POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | g2 POLYGON ((1.000000005 0, 2 0, 2 1, 1.000000005 1, 1.000000005 0))",
        "g1 g2 110574.4", "half a millimetre apart")]
    public void Every_partner_is_named_once_in_either_order_of_ids(string picture, string expected, string name)
    {
        string[] lines = picture.Split('|', StringSplitOptions.TrimEntries);
        foreach (var order in (string[][])[lines, [.. lines.Reverse()]])
        {
            var findings = PartitionChecks.Run(Pictures.Map(string.Join('\n', order)), Nothing)
                .Where(static f => f.Rule == "unmatched_border")
                .Select(static f => $"{string.Join(' ', f.Grids)} {f.Measure:0.0}").Order(StringComparer.Ordinal);
            Assert.True(expected == string.Join(", ", findings), $"{name}: {string.Join(", ", findings)}");
        }
    }

    [Fact]
    public void Every_leaf_that_NetTopologySuite_flags_is_named_in_a_finding() => Brickworks.Sample(
        static bricks =>
        {
            var flagged = new CoverageValidator(bricks.Leaves).Validate()
                .Select(static (edges, leaf) => (edges, Code: $"g{leaf}"))
                .Where(static leaf => leaf.edges is { IsEmpty: false }).Select(static leaf => leaf.Code).ToList();
            var findings = Run(bricks.Leaves, bricks.Order);
            Assert.Empty(flagged.Except(findings.SelectMany(static f => f.Grids)));
            Assert.True(!bricks.IsClean || (flagged.Count == 0 && findings.Count == 0));
        },
        iter: 1000);

    [Fact]
    public void The_findings_do_not_depend_on_the_order_of_ids() => Brickworks.Sample(
        static bricks => Assert.Equal(
            Picture(Run(bricks.Leaves, [.. Enumerable.Range(0, bricks.Leaves.Length)])),
            Picture(Run(bricks.Leaves, bricks.Order))),
        iter: 500);

    [Fact]
    public void Nothing_is_thrown_on_heaps_of_arbitrary_rings() => Tessellations.Dirty.Sample(
        static leaves => _ = Picture(PartitionChecks.Run(Map(leaves, [.. Enumerable.Range(0, leaves.Length)]), Nothing)),
        iter: 1000);

    private static MapSnapshot Nothing => MapSnapshot.Empty(new DateOnly(2026, 11, 22));

    /// <summary>
    /// Rows of bricks, whose neighbours have some of the vertices on the borders between rows and others not, on straight
    /// borders or crooked ones; or all, and then they are clean. In lattice steps, in which NetTopologySuite is exact as well.
    /// </summary>
    private static readonly Gen<(Geometry[] Leaves, int[] Order, bool IsClean)> Brickworks =
        from rows in Gen.Int[1, 4]
        from cuts in Gen.Bool.Array[7].Array[rows]
        from keeps in Gen.Frequency((1, Gen.Const(1.0)), (4, Gen.Double[0.2, 0.98]))
        from chance in Gen.Double[0, 0.999].Array[rows * 8 * 9 * 4]
        from jitter in Gen.Int[-5, 5].Array[(rows + 1) * 9 * 2]
        from crooked in Gen.Int[0, 1]
        from slope in Gen.Select(Gen.Int[-2, 2], Gen.Int[-2, 2])
        from unit in Gen.OneOf(Gen.Const(40_000L), Gen.Const(200_000L), Gen.Const(2_000_000L))
        let leaves = Lay(cuts, keeps, chance, Array.ConvertAll(jitter, j => j * crooked), slope, unit)
        where leaves.All(static leaf => leaf.IsValid)
        from order in Gen.Shuffle(Enumerable.Range(0, leaves.Length).ToArray())
        select (leaves, order, keeps == 1);

    private static Geometry[] Lay(
        bool[][] cuts, double keeps, double[] chance, int[] jitter, (int East, int North) slope, long unit)
    {
        var (leaves, asked) = (new List<Geometry>(), 0);
        for (var row = 0; row < cuts.Length; row++)
        {
            int[] columns = [0, .. Enumerable.Range(1, 7).Where(c => cuts[row][c - 1]), 8];
            foreach (var (west, east) in columns.Zip(columns.Skip(1)))
            {
                // The corners a brick always has; what lies between them on its sides it has by chance.
                var (below, above) = (Between(west, east, row), Between(west, east, row + 1).Reverse());
                var (right, left) = (Middle(east, row), Middle(west, row));
                leaves.Add(Exact.CreatePolygon([
                    At(west, row), .. below, At(east, row), .. right, At(east, row + 1), .. above, At(west, row + 1), .. left,
                    At(west, row)]));
            }
        }

        return [.. leaves];

        IEnumerable<Coordinate> Between(int west, int east, int row) =>
            Enumerable.Range(west + 1, east - west - 1).Where(_ => Keeps()).Select(column => At(column, row)).ToList();

        Coordinate[] Middle(int column, int row)
        {
            var (a, b) = (At(column, row), At(column, row + 1));
            return Keeps() ? [new Coordinate((a.X + b.X) / 2, (a.Y + b.Y) / 2)] : [];
        }

        bool Keeps() => chance[asked++] < keeps;

        // Sheared, so that straight borders run in any direction.
        Coordinate At(int column, int row)
        {
            var at = ((row * 9) + column) * 2;
            var (x, y) = ((20 * column) + jitter[at], (20 * row) + jitter[at + 1]);
            return new Coordinate(unit / 20 * ((4 * x) + (slope.East * y)), unit / 20 * ((4 * y) + (slope.North * x)));
        }
    }

    private static IReadOnlyList<Finding> Run(Geometry[] steps, int[] order) =>
        [.. PartitionChecks.Run(Map([.. steps.Select(Degrees)], order), Nothing).Where(static f => f.Rule != "no_head")];

    /// <summary>A leaf keeps its code; its id is its place in the order.</summary>
    private static PartitionMap Map(Geometry[] leaves, int[] order) => PartitionMap.Build(
        Pictures.Partition(),
        order.Select((leaf, i) => new GridVersion(
            new Grid { Id = i + 1, Partition = "governance", Code = $"g{leaf}", Level = "grid" }, leaves[leaf])));

    private static Geometry Degrees(Geometry steps) => Exact.CreatePolygon(
        [.. steps.Coordinates.Select(static c => new LatticePoint((long)c.X, (long)c.Y).ToLonLat())
            .Select(static p => new Coordinate(p.Lon, p.Lat))]);

    private static string Picture(IReadOnlyList<Finding> findings) => string.Join(
        '\n',
        findings.Select(static f => $"{f.Rule} {string.Join(' ', f.Grids)} {f.Measure:0.000} {Box(f.Place)}")
            .Order(StringComparer.Ordinal));

    // Where a ring starts and which way a line runs is of no account.
    private static string Box(Geometry? place) => place?.EnvelopeInternal is { } box
        ? $"{place!.GeometryType} {box.MinX:0.00000000} {box.MinY:0.00000000} {box.MaxX:0.00000000} {box.MaxY:0.00000000}"
        : "";
}
