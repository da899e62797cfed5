using System.Globalization;
using System.Text.Json;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Tests.Architecture;
using GridMap.Core.Tests.Windows;
using GridMap.Core.Windows;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Tests.Resources.Terms;

/// <summary>
/// Every rule text of the sample against a table made by hand. National Day 2026 is from Thursday 1 to Wednesday 7 October;
/// Sunday 20 September and Saturday 10 October are worked in exchange; 25 to 27 September are Mid-Autumn.
/// </summary>
public class SampleTermsTests
{
    private static readonly HolidayCalendar Holidays = HolidayCalendar.Of(ShippedCalendar.Read());

    /// <summary>
    /// The instants: noon and 21:00 of an ordinary Tuesday (8 September), 03:00 after that night, 20:00 of the eve of the
    /// holiday (30 September), noon of its first day, 22:00 of its last night and 06:30 after it, noon and 20:00 of a make-up
    /// Saturday (10 October), 18:45 on the last day of a season (31 October) and on the first of the next.
    /// </summary>
    private static readonly string[] Instants =
    [
        "2026-09-08T12:00", "2026-09-08T21:00", "2026-09-09T03:00", "2026-09-30T20:00", "2026-10-01T12:00", "2026-10-07T22:00",
        "2026-10-08T06:30", "2026-10-10T12:00", "2026-10-10T20:00", "2026-10-31T18:45", "2026-11-01T18:45",
    ];

    [Theory]
    [InlineData("24/7", "11111111111")]
    [InlineData("Mo-Su 19:00-07:00", "01110110100")]
    [InlineData("Mo-Su 20:00-07:30", "01110110100")]
    [InlineData("Mo-Su 19:00-22:00", "01010000100")]
    [InlineData("Mo-Su 20:00-24:00", "01010100100")]
    [InlineData("Mo-Su 06:00-22:00", "11011011111")]
    [InlineData("Mo-Su 07:00-19:00", "10001001011")]
    [InlineData("Mo-Su 12:00-14:00,18:00-08:00", "11111111111")]
    [InlineData("Mo-Fr 08:00-18:00", "10001000000")]
    [InlineData("Mo-Fr 09:00-18:00", "10001000000")]
    [InlineData("Mo-Fr 18:00-08:00; Sa 00:00-24:00; Su 00:00-32:00", "01110111111")]
    [InlineData("Mo-Fr 18:30-07:30; Sa 00:00-24:00; Su 00:00-31:30; PH 00:00-31:30", "01111111111")]
    [InlineData("Mo-Fr 11:30-14:00,18:30-07:30; Sa,Su 18:30-07:30", "11111110111")]
    [InlineData("Apr-Oct 19:00-07:00, Nov-Mar 18:30-07:30", "01110110101")]
    [InlineData("Apr-Oct 19:00-22:00, Nov-Mar 18:30-21:30", "01010000101")]
    [InlineData("Mo-Su 19:00-07:00, PH -1 day 19:00-WD 07:00", "01111110100")]
    [InlineData("Sa 08:00-24:00; Su 00:00-19:00; CW off", "00000000011")]
    [InlineData("Mo-Su 18:00-08:00", "01110110111")]
    [InlineData("Sa-Su 08:00-18:00", "00000001000")]
    [InlineData("Mo-Fr 08:30-17:30", "10001000000")]
    [InlineData("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "10001000000")]
    [InlineData("Mo-Fr 09:00-17:30", "10001000000")]
    [InlineData("Mo-Su 05:30-22:30", "11011111111")]
    [InlineData("Mo-Su 08:00-20:00", "10001001011")]
    [InlineData("Mo-Su 08:30-20:30", "10011001111")]
    [InlineData("Mo-Su 11:00-13:00,17:00-18:30", "10001001000")]
    public void A_rule_of_the_sample_holds_when_the_table_says_so(string text, string table)
    {
        Assert.True(Window.TryParse(text, out var window, out _));
        Assert.Equal(table, string.Concat(Instants.Select(
            i => window.IsOpenAt(DateTime.Parse(i, CultureInfo.InvariantCulture), Holidays) ? '1' : '0')));
    }

    [Fact]
    public void Every_rule_of_the_sample_is_in_the_table()
    {
        var table = typeof(SampleTermsTests).GetMethod(nameof(A_rule_of_the_sample_holds_when_the_table_says_so))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .Select(d => (string)d.Data[0]!).ToHashSet();
        Assert.Empty(ListRules().Distinct().Except(table));
    }

    [Fact]
    public void All_terms_of_the_sample_are_understood_and_can_be_said()
    {
        foreach (var (_, properties) in ListResources())
        {
            var (terms, problems) = TermsReader.Read(AttributeSet.Of(properties));
            Assert.Empty(problems);
            _ = terms.Sentence;
        }
    }

    private static IEnumerable<string> ListRules() =>
        from resource in ListResources()
        from property in resource.Properties
        where property.Key is TermAttributes.Stay or TermAttributes.OpeningHours or TermAttributes.Enter or TermAttributes.Exit
            or TermAttributes.Fee or TermAttributes.Free or TermAttributes.MaxStay
        let text = property.Value.Split("@ (")[^1].TrimEnd(')')
        where property.Value is not ("no" or "yes") && !int.TryParse(text, out _)
        select text;

    private static IEnumerable<(string File, List<KeyValuePair<string, string>> Properties)> ListResources() =>
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "geodata", "sample"), "*.geojson")
        from line in File.ReadLines(file)
        where line.Contains("\"Feature\"", StringComparison.Ordinal)
        let json = JsonDocument.Parse(line.TrimEnd(',')).RootElement
        select (file, json.GetProperty("properties").EnumerateObject().Where(p => TermAttributes.All.Contains(p.Name))
            .Select(p => KeyValuePair.Create(p.Name, p.Value.ToString())).ToList());
}
