using System.Text;
using System.Text.Json;
using CsCheck;
using GridMap.Data.Answers;

namespace GridMap.Data.Tests.Answers;

/// <summary>Numbers are written as the writer of System.Text.Json writes them.</summary>
public class DecimalTextTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1.0, "1")]
    [InlineData(-119.1, "-119.1")]
    [InlineData(0.01, "0.01")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.000000001, "1E-09")]
    [InlineData(123456789.25, "123456789.25")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e17, "1E+17")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    public void Numbers_have_their_shortest_text(double number, string text)
    {
        Assert.Equal(text, Plain(number));
        Assert.All(Enumerable.Range(0, 10), decimals => Assert.Equal(text, Fast(number, decimals)));
    }

    [Fact]
    public void A_number_of_few_decimals_is_written_as_ever() => Gen.Select(
        Gen.Long[-200_000_000_000_000_000, 200_000_000_000_000_000], Gen.Int[0, 9], Gen.Int[0, 12], Gen.Int[0, 9])
        .Sample(t =>
        {
            var (steps, given, smaller, expected) = t;
            var number = Math.Round(steps / Math.Pow(10, smaller) / Math.Pow(10, given), given);
            Assert.Equal(Plain(number), Fast(number, expected));
        });

    [Fact]
    public void Any_finite_number_is_written_as_ever() => Gen.Select(Gen.Double, Gen.Int[0, 9]).Sample(t =>
    {
        if (double.IsFinite(t.Item1))
        {
            Assert.Equal(Plain(t.Item1), Fast(t.Item1, t.Item2));
        }
    });

    private static string Fast(double number, int decimals)
    {
        Span<byte> text = stackalloc byte[DecimalText.Longest];
        return Encoding.UTF8.GetString(text[..DecimalText.Write(number, decimals, text)]);
    }

    private static string Plain(double number) => JsonSerializer.Serialize(number);
}
