using GridMap.Core.Addresses;

namespace GridMap.Core.Tests.Addresses;

public class EuropeanAddressTests
{
    private static readonly AddressIndex Berlin = Town.Index(
        "road number postcode locality",
        """
        Sonnenallee 123 12059 Neukölln
        Sonnenallee 123a 12059 Neukölln
        Sonnenallee 125 12059 Neukölln
        Sonnenallee 131 12059 Neukölln
        Karl-Marx-Straße 1 12043 Neukölln
        Karl-Marx-Straße 11 12043 Neukölln
        Emser_Straße 94-96 12051 Neukölln
        Emser_Straße 114_b 12051 Neukölln
        """);

    [Theory]
    [InlineData("Sonnenallee 123, 12059 Berlin", "Sonnenallee 123 12059")]
    [InlineData("Sonnenallee 123", "Sonnenallee 123 12059")]
    [InlineData("Sonnenalee 123", "Sonnenallee 123 12059")]
    [InlineData("sonnenallee 123 hinterhaus", "Sonnenallee 123 12059")]
    [InlineData("123 Sonnenallee", "Sonnenallee 123 12059")]
    [InlineData("Sonnenallee 123a", "Sonnenallee 123a 12059")]
    [InlineData("SONNENALLEE 123 A", "Sonnenallee 123a 12059")]
    [InlineData("karl marx str. 11", "Karl-Marx-Straße 11 ")]
    [InlineData("Karl-Marx-Strasse 1", "Karl-Marx-Straße 1 ")]
    [InlineData("Emser Str 95", "Emser Straße 94-96")]
    [InlineData("Emser Straße 114 b", "Emser Straße 114 b")]
    public void An_address_is_found_however_it_is_written(string question, string beginning) =>
        Assert.StartsWith(beginning, Berlin.First(question));

    [Theory]
    [InlineData("Sonnenallee 123, 12059 Berlin")]
    [InlineData("Sonnenallee 123a")]
    public void A_whole_address_is_sure(string question) => Assert.EndsWith("building sure", Berlin.First(question));

    [Theory]
    [InlineData("Sonnenallee 123, 20095 Hamburg")]
    [InlineData("Schlossallee 1")]
    public void What_is_elsewhere_is_not_found(string question) => Assert.Equal("none", Berlin.Ask(question));

    [Fact]
    public void A_town_that_the_register_does_not_know_makes_the_answer_less_than_sure() =>
        Assert.EndsWith("building likely", Berlin.First("Sonnenallee 123, Hamburg"));

    [Fact]
    public void A_number_between_two_is_interpolated() =>
        Assert.Equal("Sonnenallee 127 road likely interpolated", Berlin.First("Sonnenallee 127"));
}
