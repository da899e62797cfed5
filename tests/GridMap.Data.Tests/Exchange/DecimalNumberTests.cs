using System.Globalization;
using CsCheck;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Tests.Exchange;

public class DecimalNumberTests
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[0, 22].Select(static c => new string(c));

    private static readonly Gen<string> Number =
        from minus in Gen.Bool
        from whole in Gen.Int[0, 12_345_678]
        from fraction in Digits
        from exponent in Gen.OneOf("", "", "", "e-1", "E1")
        select $"{(minus ? "-" : "")}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}{exponent}";

    [Fact]
    public void Coordinates_are_the_doubles_that_NET_reads_however_they_are_written() =>
        Gen.Select(Number.Array[2, 60], Gen.OneOf(",", ", ", " ,\n  ")).Sample(
            (numbers, separator) =>
            {
                var pairs = numbers.Chunk(2).Where(static p => p.Length == 2).Append(["0", "0"]).ToList();
                var line = string.Join(separator, pairs.Select(p => $"[{string.Join(separator, p)}]"));
                var expected = pairs.SelectMany(static p => p).Select(static n => double.Parse(n, CultureInfo.InvariantCulture));
                Assert.Equal(expected, Read($"{{\"type\":\"LineString\",\"coordinates\":[{line}]}}"));
            },
            iter: 1_000);

    private static IEnumerable<double> Read(string geometry)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.geojson");
        File.WriteAllText(file, $"{{\"type\":\"Feature\",\"properties\":{{}},\"geometry\":{geometry}}}");
        try
        {
            using var source = SourceFile.Open(new SourceOptions(file));
            var line = (LineString)Assert.Single(source.ReadRows()).Shape!;
            return [.. line.Coordinates.SelectMany(static c => new[] { c.X, c.Y })];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
