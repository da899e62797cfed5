using GridMap.Core.Resources;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Resources;

public class AttributeColumnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    public void A_column_has_the_value_of_each_resource(int values)
    {
        var resources = Resources(values + 10, i => i % 7 == 0 ? null : $"{i % values}");
        var column = AttributeColumn.Of(resources, "x")!;

        Assert.All(
            Enumerable.Range(0, resources.Length),
            i => Assert.Equal(resources[i].Attributes.Find("x"), column.Value(column.NumberAt(i))));
        Assert.Equal(resources.Select(r => r.Attributes.Find("x")).Append(null).Distinct().Count(), column.ValueCount);
    }

    [Fact]
    public void More_values_than_two_bytes_tell_apart_make_no_column()
    {
        Assert.NotNull(AttributeColumn.Of(Resources(65_535, i => $"{i}"), "x"));
        Assert.Null(AttributeColumn.Of(Resources(65_536, i => $"{i}"), "x"));
    }

    private static Resource[] Resources(int count, Func<int, string?> value) =>
        [.. Enumerable.Range(0, count).Select(i => new Resource
        {
            Id = i,
            SourceKey = new SourceKey("test", $"{i}"),
            Kind = "thing",
            Shape = new Point(0, 0),
            Attributes = value(i) is { } text ? AttributeSet.Of([new("x", text)]) : AttributeSet.Empty,
        })];
}
