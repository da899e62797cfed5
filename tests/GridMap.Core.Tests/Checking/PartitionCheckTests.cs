using GridMap.Core.Addresses;
using GridMap.Core.Checking;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Reference;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Grids;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Checking;

public class PartitionCheckTests
{
    private const string Clean = """
        a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        b POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
        """;

    private static readonly MapSnapshot Nothing = MapSnapshot.Empty(new DateOnly(2026, 11, 22));

    [Fact]
    public void A_clean_partition_has_only_the_note_that_nobody_has_a_duty() => Finds(Clean, "Info no_head []");

    [Fact]
    public void A_ring_that_crosses_itself_is_invalid_and_makes_no_other_finding() =>
        Finds("a POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", "Error invalid_polygon [a] POINT (0.5 0.5)");

    [Fact]
    public void A_leaf_without_area_is_invalid() => Finds("a POLYGON EMPTY", "Error invalid_polygon [a]");

    [Fact]
    public void A_strip_that_two_leaves_cover_is_an_overlap_with_its_area() => Finds(
        """
        a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        b POLYGON ((0.99 0, 2 0, 2 1, 0.99 1, 0.99 0))
        """,
        "Error overlap [a b] 123084639 m² POLYGON ((1 0, 0.99 0, 0.99 1, 1 1, 1 0))");

    [Fact]
    public void A_leaf_that_is_there_twice_is_an_overlap() => Finds(
        """
        a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        b POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        """,
        "Error overlap [a b] 12308463894 m² POLYGON ((1 0, 0 0, 0 1, 1 1, 1 0))");

    [Fact]
    public void A_leaf_within_another_is_an_overlap() => Finds(
        """
        a POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))
        b POLYGON ((1 1, 1.01 1, 1.01 1.01, 1 1.01, 1 1))
        """,
        "Error overlap [a b] 1230723 m² POLYGON ((1.01 1, 1 1, 1 1.01, 1.01 1.01, 1.01 1))");

    [Fact]
    public void A_hole_between_leaves_is_a_gap() => Finds(
        "a POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 1.01, 1.01 1.01, 1.01 1, 1 1))",
        "Error gap [a] 1230723 m² POLYGON ((1 1, 1 1.01, 1.01 1.01, 1.01 1, 1 1))");

    [Fact]
    public void A_hole_in_a_partial_partition_is_normal() => Finds(
        "a POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 1.01, 1.01 1.01, 1.01 1, 1 1))", "", tiling: Tiling.Partial);

    [Fact]
    public void A_declared_gap_is_none() => Finds(
        "a POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 1.01, 1.01 1.01, 1.01 1, 1 1))", "",
        Nothing with { Reference = [Feature("gap", "POLYGON ((1 1, 1 1.01, 1.01 1.01, 1.01 1, 1 1))")] });

    [Fact]
    public void What_the_outline_has_and_no_leaf_is_a_gap() => Finds(
        Clean, "Error gap [b] 123084639 m² POLYGON ((2 1, 2.01 1, 2.01 0, 2 0, 2 1))",
        Nothing with { Reference = [Feature("outline", "POLYGON ((0 0, 2.01 0, 2.01 1, 0 1, 0 0))")] });

    [Fact]
    public void A_vertex_that_only_one_neighbour_has_is_an_unmatched_border() => Finds(
        """
        a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        b POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))
        """,
        "Warning unmatched_border [a b] 110574 m² MULTILINESTRING ((1 0, 1 1))");

    [Fact]
    public void A_missing_parent_and_a_circle_of_parents_are_orphans() => Finds(
        """
        x < y
        y < x
        a < nobody POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        """,
        """
        Error orphan [a] POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        Error orphan [x]
        Error orphan [y]
        """);

    [Fact]
    public void A_code_that_two_grids_have_is_a_duplicate() => Finds(
        """
        a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        a
        """,
        "Error duplicate_code [a] GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)))");

    [Theory]
    [InlineData("12 < 1", false)]
    [InlineData("123 < 1", true)]
    [InlineData("1x < 1", true)]
    [InlineData("22 < 1", true)]
    public void A_code_should_be_as_the_scheme_says(string grid, bool found)
    {
        var partition = Pictures.Partition() with { Scheme = new CodeScheme([1, 2], DigitsOnly: true) };
        var map = PartitionMap.Build(partition, Pictures.Grids($"1\n{grid} POLYGON ((0 0, 1 0, 1 1, 0 0))"));
        Assert.Equal(found, PartitionChecks.Run(map, Nothing).Any(f => f.Rule == "code_form"));
    }

    [Fact]
    public void An_address_that_stands_elsewhere_than_it_is_assigned_is_listed() => Finds(
        Clean, "Warning assigned_grid [a b] POINT (0.5 0.5)",
        Nothing with { Addresses = [Address(0.5, assigned: 2), Address(1.5, assigned: 2), Address(1.5, assigned: null)] });

    [Fact]
    public void A_part_outside_the_division_that_the_code_names_is_listed() => Finds(
        Clean, "Warning division [a] 123084639 m² POLYGON ((0.99 1, 1 1, 1 0, 0.99 0, 0.99 1))",
        Nothing with { Reference = [Feature("division", "POLYGON ((0 0, 0.99 0, 0.99 1, 0 1, 0 0))", "a")] });

    [Fact]
    public void A_division_whose_digits_a_code_shares_across_its_levels_is_another_matter()
    {
        var partition = Pictures.Partition("police") with { Scheme = new CodeScheme([1, 3], DigitsOnly: true) };
        var map = PartitionMap.Build(partition, Pictures.Grids("1\n123 < 1 POLYGON ((0 0, 1 0, 1 1, 0 0))", "police"));
        const string Elsewhere = "POLYGON ((8 8, 9 8, 9 9, 8 8))";
        Assert.Empty(PartitionChecks.Run(map, Nothing with { Reference = [Feature("division", Elsewhere, "12")] }));
        Assert.Single(PartitionChecks.Run(map, Nothing with { Reference = [Feature("division", Elsewhere, "1")] }));
    }

    [Fact]
    public void A_compound_and_a_dwelling_in_two_leaves_are_cut() => Finds(
        Clean,
        """
        Warning compound_cut [a b] 492 m² GEOMETRYCOLLECTION (POLYGON ((0.9998 0.0002, 1 0.0002, 1 0, 0.9998 0, 0.9998 0.0002)))
        Warning dwelling_cut [a b] 492 m² GEOMETRYCOLLECTION (POLYGON ((0.9998 0.0002, 1 0.0002, 1 0, 0.9998 0, 0.9998 0.0002)))
        """,
        Nothing with
        {
            Reference = [Feature("compound", "POLYGON ((0.9998 0, 1.001 0, 1.001 0.0002, 0.9998 0.0002, 0.9998 0))")],
            Dwellings =
            [
                Dwelling("POLYGON ((0.9998 0, 1.001 0, 1.001 0.0002, 0.9998 0.0002, 0.9998 0))"),
                Dwelling("POLYGON ((0.999999999 0, 1.001 0, 1.001 0.0002, 0.999999999 0.0002, 0.999999999 0))"),
                Dwelling("POINT (1 0)"),
            ],
        });

    [Fact]
    public void A_leaf_whose_head_is_vacant_has_none() => Finds(
        Clean, "Warning no_head [b] POLYGON ((1 1, 1 0, 2 0, 2 1, 1 1))",
        Nothing with { Duties = [Head(1, new DutyHolder.OfPerson(9)), Head(2, new DutyHolder.Vacant())] });

    [Fact]
    public void Only_the_default_partition_needs_heads()
    {
        var map = PartitionMap.Build(Pictures.Partition("police"), Pictures.Grids(Clean, "police"));
        Assert.Empty(PartitionChecks.Run(map, Nothing));
    }

    private static void Finds(
        string picture, string expected, MapSnapshot? with = null, Tiling tiling = Tiling.Complete)
    {
        var findings = PartitionChecks.Run(Pictures.Map(picture, tiling), with ?? Nothing)
            .Where(f => expected.Contains("no_head", StringComparison.Ordinal) || f.Rule != "no_head")
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => string.Join(" ", f.Grids), StringComparer.Ordinal)
            .Select(f => $"{f.Severity} {f.Rule} [{string.Join(' ', f.Grids)}]"
                + (f.Measure is { } m ? $" {m:0} m²" : "") + (f.Place is { } p ? $" {p.Normalized().AsText()}" : ""));
        Assert.Equal(string.Join('\n', expected.Split('\n').Select(Normalise)), string.Join('\n', findings));
    }

    /// <summary>Where a ring starts, and which way it goes round, is of no account.</summary>
    private static string Normalise(string line) => line.IndexOfAny(['P', 'M', 'G']) is > 0 and var at
        ? line[..at] + new WKTReader().Read(line[at..]).Normalized().AsText()
        : line;

    private static ReferenceFeature Feature(string layer, string wkt, string? code = null) => new()
    {
        Id = 500,
        Layer = layer,
        SourceKey = new SourceKey("test", "f"),
        Code = code,
        Shape = new WKTReader().Read(wkt),
    };

    private static Address Address(double lon, long? assigned) => new()
    {
        Id = 600,
        SourceKey = new SourceKey("test", "1"),
        Text = "road 1",
        Point = new LonLat(lon, 0.5),
        AssignedGridId = assigned,
    };

    private static Dwelling Dwelling(string wkt) =>
        new() { Id = 700, SourceKey = new SourceKey("test", "d"), Shape = new WKTReader().Read(wkt) };

    private static Duty Head(long grid, DutyHolder holder) => new()
    {
        Id = 800 + grid,
        SourceKey = new SourceKey("test", $"{grid}"),
        Role = "grid_head",
        Holder = holder,
        Scope = [new DutyScope(DutyScopeKind.Grid, grid)],
    };
}
