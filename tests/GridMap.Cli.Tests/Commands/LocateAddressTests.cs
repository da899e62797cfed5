namespace GridMap.Cli.Tests.Commands;

/// <summary>What <c>locate --address</c> refuses before it opens a store.</summary>
public class LocateAddressTests
{
    [Theory]
    [InlineData("，。", "gridmap: --address: It has no letter and no digit.")]
    [InlineData("", "gridmap: --address: It is empty.")]
    public async Task What_cannot_be_an_address_is_named(string address, string message)
    {
        var result = await Cli.RunAsync("locate", "--address", address);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.Error);
    }

    [Fact]
    public async Task A_point_and_an_address_exclude_each_other()
    {
        var result = await Cli.RunAsync("locate", "--address", "中山路1号", "--lon", "119", "--lat", "36");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gridmap: Give either a point (--lon and --lat) or an --address.", result.Error);
    }
}
