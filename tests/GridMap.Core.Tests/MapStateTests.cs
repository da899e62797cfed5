using GridMap.Core.History;

namespace GridMap.Core.Tests;

public class MapStateTests
{
    [Theory]
    [InlineData("12@2026-11-22")]
    [InlineData("0@0001-01-01")]
    public void A_state_reads_what_it_writes(string text)
    {
        Assert.True(MapState.TryParse(text, out var state));
        Assert.Equal(text, state.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("@2026-11-22")]
    [InlineData("-1@2026-11-22")]
    [InlineData("12@2026-13-01")]
    [InlineData("12@2026-11-22 ")]
    public void What_is_no_state_is_not_read(string? text) => Assert.False(MapState.TryParse(text, out _));
}
