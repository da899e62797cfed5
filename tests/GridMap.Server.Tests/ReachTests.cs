using GridMap.Core.Resources;
using GridMap.Server.Residents;

namespace GridMap.Server.Tests;

public sealed class ReachTests(TownServer town) : IClassFixture<TownServer>
{
    [Theory]
    [InlineData("reach", "/reach?lon=119.1005&lat=36.7005&at=2026-02-01")]
    [InlineData("reach-slow", "/reach?lon=119.1005&lat=36.7005&minutes=5&pace=slow&detour=1.5&at=2026-02-01")]
    [InlineData("shortfall", "/shortfall?kind=grid_station&metres=300&at=2026-02-01")]
    [InlineData("shortfall-community", "/shortfall?kind=parking&metres=300&level=community&f=csv&at=2026-02-01")]
    [InlineData("nearest-accessible", "/nearest?kind=parking&lon=119.1&lat=36.7&lit=true&at=2026-02-01")]
    [InlineData("nearest-spaces", "/nearest?kind=parking&lon=119.1&lat=36.7&floors=2..3&at=2026-02-01")]
    public async Task What_lies_near_and_what_lacks(string name, string url) =>
        Golden.Match($"{name}.json", await town.GetAsync(url));

    [Theory]
    [InlineData("reach-minutes", "/reach?lon=119.1&lat=36.7&minutes=0")]
    [InlineData("reach-pace", "/reach?lon=119.1&lat=36.7&pace=run")]
    [InlineData("reach-detour", "/reach?lon=119.1&lat=36.7&detour=0.5")]
    [InlineData("shortfall-kind", "/shortfall?kind=volcano&at=2026-02-01")]
    [InlineData("shortfall-missing", "/shortfall?metres=500")]
    [InlineData("shortfall-metres", "/shortfall?kind=parking&metres=-1")]
    [InlineData("shortfall-level", "/shortfall?kind=parking&level=province&at=2026-02-01")]
    [InlineData("shortfall-format", "/shortfall?kind=parking&f=pdf")]
    [InlineData("filter-unknown", "/nearest?kind=parking&lon=119.1&lat=36.7&colour=red&at=2026-02-01")]
    [InlineData("filter-fixed", "/nearest?kind=parking&lon=119.1&lat=36.7&operator=x&at=2026-02-01")]
    [InlineData("filter-type", "/nearest?kind=parking&lon=119.1&lat=36.7&floors=many&at=2026-02-01")]
    [InlineData("filter-no-kind", "/nearest?lon=119.1&lat=36.7&lit=true&at=2026-02-01")]
    [InlineData("compare-level", "/compare?a=governance&b=police&level=beat&at=2026-02-01")]
    public async Task Bad_input_gets_a_problem_document_that_names_the_cure(string name, string url) =>
        Golden.Match($"problem-{name}.json", await town.GetAsync(url));

    [Fact]
    public void No_attribute_can_take_the_name_of_a_parameter_of_nearest() => Assert.Empty(
        NearestEndpoint.Accepted.Items.Select(static p => p.Name)
            .Except(AttributeFilter.Reserved).Except(["free", "vehicle"]));

    [Fact]
    public async Task Two_partitions_are_compared_at_any_level() => Assert.Contains(
        "\"levelA\":\"community\",\"levelB\":null,\"pairs\":[{\"a\":\"379983001001\",\"b\":null",
        await town.Client.GetStringAsync("/compare?a=governance&b=police&level=community&at=2026-02-01"));
}
