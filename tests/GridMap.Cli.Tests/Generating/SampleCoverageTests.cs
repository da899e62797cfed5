using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace GridMap.Cli.Tests.Generating;

/// <summary>NetTopologySuite's own coverage tests on the committed files.</summary>
public sealed class SampleCoverageTests
{
    [Theory]
    [InlineData("grids.geojson")]
    [InlineData("beats.geojson")]
    public void Both_partitions_are_exact_coverages_of_the_outline(string file)
    {
        var leaves = Sample.Features(file).Select(f => f.Shape).ToArray();
        var outline = Sample.Features("outline.geojson").Single().Shape;

        Assert.All(leaves, l => Assert.True(l.IsValid));
        Assert.True(CoverageValidator.IsValid(leaves));
        Assert.True(CoverageUnion.Union(leaves).Norm().EqualsExact(outline.Norm()));
    }

    [Fact]
    public void Grids_have_dozens_of_vertices()
    {
        var counts = Sample.Features("grids.geojson").Select(f => f.Shape.NumPoints).Order().ToArray();

        Assert.InRange(counts[0], 24, 60);
        Assert.InRange(counts[counts.Length / 2], 45, 80);
    }

    [Fact]
    public void Streets_nest_in_their_official_borders_and_communities_do_but_for_the_two_of_the_mall()
    {
        var divisions = Sample.Features("divisions.geojson").ToDictionary(d => d["code"], d => d.Shape.Norm());
        var unlike = new List<string>();
        foreach (var length in (int[])[6, 9, 12])
        {
            unlike.AddRange(Sample.Features("grids.geojson").GroupBy(g => g["code"][..length])
                .Where(g => !CoverageUnion.Union([.. g.Select(f => f.Shape)]).Norm().EqualsExact(divisions[g.Key]))
                .Select(g => g.Key));
        }

        var mall = Sample.Features("grids.geojson").Single(g => g["category"] == "dedicated:mall");
        var under = divisions.Where(d => d.Key.Length == 12 && d.Value.Intersection(mall.Shape).Area > 0.2 * mall.Shape.Area).Select(d => d.Key);
        Assert.Equal(57, divisions.Count);
        Assert.Equal(2, unlike.Count);
        Assert.Contains(mall["code"][..12], unlike);
        Assert.Equal(unlike.Order(), under.Order());
    }

    [Fact]
    public void Five_grids_lie_in_a_beat_that_is_mostly_in_another_community()
    {
        var grids = Sample.Features("grids.geojson");
        var odd = 0;
        foreach (var beat in Sample.Features("beats.geojson"))
        {
            var inside = grids.Where(g => beat.Shape.EnvelopeInternal.Intersects(g.Shape.EnvelopeInternal) && beat.Shape.Covers(g.Shape.InteriorPoint));
            var byCommunity = inside.CountBy(g => g["community"]).Select(c => c.Value).OrderDescending().ToList();
            odd += byCommunity.Skip(1).Sum();
        }

        Assert.Equal(5, odd);
    }

    [Fact]
    public void Codes_run_from_north_to_south_in_rows_and_from_west_to_east_in_a_row()
    {
        foreach (var community in Sample.Features("grids.geojson").GroupBy(g => g["community"]))
        {
            var inOrder = community.OrderBy(g => g["code"], StringComparer.Ordinal).ToList();
            Assert.Equal(Enumerable.Range(1, inOrder.Count), inOrder.Select(g => int.Parse(g["code"][12..])));
            var third = Math.Max(1, inOrder.Count / 3);
            Assert.True(MeanLatitude(inOrder.Take(third)) > MeanLatitude(inOrder.TakeLast(third)));
        }
    }

    [Fact]
    public void The_pending_revision_splits_a_grid_moves_a_border_and_renames_a_grid()
    {
        var now = Sample.Features("grids.geojson").ToDictionary(g => g["code"]);
        var pending = Sample.Features("grids-pending.geojson");
        var after = now.Values.Where(g => pending.All(p => p["code"] != g["code"])).Concat(pending).Select(g => g.Shape).ToArray();

        Assert.Equal(
            "created 1, redrawn 3, renamed 1",
            string.Join(", ", pending.CountBy(p => Event(p, now.GetValueOrDefault(p["code"]))).OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")));
        Assert.True(CoverageValidator.IsValid(after));
        Assert.True(CoverageUnion.Union(after).EqualsTopologically(UnaryUnionOp.Union(Sample.Features("outline.geojson").Single().Shape)));
    }

    private static string Event(SampleFeature pending, SampleFeature? now) =>
        now is null ? "created" : now["name"] != pending["name"] ? "renamed" : now.Shape.EqualsExact(pending.Shape) ? "same" : "redrawn";

    private static double MeanLatitude(IEnumerable<SampleFeature> grids) => grids.Average(g => g.Shape.Centroid.Y);
}

/// <summary>A form in which equal areas have equal coordinates.</summary>
internal static class GeometryExtensions
{
    public static Geometry Norm(this Geometry geometry)
    {
        var copy = geometry.Copy();
        copy.Normalize();
        return copy;
    }
}
