using GridMap.Core.Resources;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Resources;

public class AttributeFilterTests
{
    [Theory]
    [InlineData(AttributeType.Boolean, "true", "true True", "false yes 1")]
    [InlineData(AttributeType.Boolean, "False", "false FALSE", "true no")]
    [InlineData(AttributeType.Number, "400", "400 400.0 4e2", "401 many")]
    [InlineData(AttributeType.Number, "400..1000", "400 1000 500.5", "399 1001 NaN")]
    [InlineData(AttributeType.Number, "400..", "400 1e9", "399")]
    [InlineData(AttributeType.Number, "..-1", "-1 -20", "0")]
    [InlineData(AttributeType.Text, "Park", "park PARK", "parks")]
    [InlineData(AttributeType.Window, "2026-11-22T08:00", "24/7 08:00-09:00", "10:00-12:00 whenever")]
    public void A_value_meets_the_condition_or_not(AttributeType type, string asked, string meets, string fails)
    {
        var filter = AttributeFilter.TryParse(Attribute(type), asked, Time)!;
        Assert.All(meets.Split(' '), value => Assert.True(filter.Matches(With(value)), value));
        Assert.All(fails.Split(' '), value => Assert.False(filter.Matches(With(value)), value));
        Assert.False(filter.Matches(With(null)));
    }

    [Theory]
    [InlineData(AttributeType.Boolean, "yes")]
    [InlineData(AttributeType.Number, "many")]
    [InlineData(AttributeType.Number, "..")]
    [InlineData(AttributeType.Number, "1..x")]
    [InlineData(AttributeType.Number, "NaN")]
    [InlineData(AttributeType.Window, "Mo-Fr")]
    public void What_is_no_condition_of_the_type_is_none(AttributeType type, string asked) =>
        Assert.Null(AttributeFilter.TryParse(Attribute(type), asked, Time));

    private static DateTime? Time(string text) => DateTime.TryParse(text, out var time) ? time : null;

    private static AttributeDefinition Attribute(AttributeType type) => new("x", LocalText.Same("x"), type, true);

    private static Resource With(string? value) => new()
    {
        Id = 1,
        SourceKey = new SourceKey("test", "1"),
        Kind = "thing",
        Shape = new Point(0, 0),
        Attributes = value is null ? AttributeSet.Empty : AttributeSet.Of([new("x", value)]),
    };
}
