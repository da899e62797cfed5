using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Windows.Calendars;
using GridMap.Data.Importing;
using GridMap.Data.Importing.Osm;
using GridMap.Tests.Shared;

namespace GridMap.Data.Tests.Importing;

/// <summary>OSM's parking tags as terms.</summary>
public class OsmParkingTests
{
    private static readonly TermsContext Berlin =
        new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), HolidayCalendar.Of([], []));

    /// <summary>2020-06-10 is a Wednesday. What may one do for an hour from a time on?</summary>
    [Theory]
    [InlineData("condition=free", "2020-06-10T10:00", "may, free")]
    [InlineData("condition=ticket", "2020-06-10T10:00", "may, not free")]
    [InlineData("condition=private", "2020-06-10T10:00", "may not, ?")]
    [InlineData("condition=free|condition:other=no_stopping|condition:other:time=Mo-Fr 06:00-19:00", "2020-06-10T10:00", "may not, free")]
    [InlineData("condition=free|condition:other=no_stopping|condition:other:time=Mo-Fr 06:00-19:00", "2020-06-10T19:00", "may, free")]
    [InlineData("condition=free|condition:other=no_stopping|condition:other:time=Mo-Fr 06:00-19:00", "2020-06-10T18:30", "may not, free")]
    [InlineData("condition=free|condition:other=no|condition:other:time=Apr-Sep: We 14:00-18:00", "2020-06-10T15:00", "may not, free")]
    [InlineData("condition=free|condition:other=no|condition:other:time=Apr-Sep: We 14:00-18:00", "2020-11-11T15:00", "may, free")]
    [InlineData("condition=free|condition:other=loading|condition:other:time=Mo-Fr 07:00-17:00", "2020-06-10T08:00", "may not, free")]
    [InlineData("condition=free|condition:other=disabled|condition:other:time=Mo-Fr 08:00-18:00", "2020-06-10T08:00", "may not, free")]
    [InlineData("condition=free|condition:other=ticket|condition:other:time=Mo-Fr 08:00-16:00", "2020-06-10T08:00", "may, not free")]
    [InlineData("condition=free|condition:other=ticket|condition:other:time=Mo-Fr 08:00-16:00", "2020-06-10T16:00", "may, free")]
    [InlineData("condition=no_parking @ (Mo-Fr 07:00-18:00)", "2020-06-10T08:00", "may not, ?")]
    [InlineData("condition=free|condition:other=no_stopping|condition:other:time=Mo-Sa 06:00-09:00; Mo-Sa 14:00-18:00", "2020-06-10T06:30", "may not, free")]
    [InlineData("condition=free|condition:other=disc|condition:other:time=Mo-Fr 09:00-18:00|maxstay=1 hours", "2020-06-10T10:00", "may, free")]
    [InlineData("condition=free|condition:other=disc|condition:other:time=Mo-Fr 09:00-18:00|maxstay=30 minutes", "2020-06-10T10:00", "may not, free")]
    [InlineData("condition=free|condition:other=disc|condition:other:time=Mo-Fr 09:00-18:00|maxstay=30 minutes", "2020-06-10T17:30", "may, free")]
    [InlineData("condition=charging|maxstay=4 hours @ (08:00-18:00)", "2020-06-10T10:00", "may not, ?")]
    public void Tags_become_terms(string tags, string arrive, string expected)
    {
        var read = OsmParking.Read(Tags(tags));
        Assert.Empty(read.NotUnderstood);
        var start = DateTime.Parse(arrive, null);
        var from = new DateTimeOffset(start, Berlin.Zone.GetUtcOffset(start));
        var answer = StayRules.Answer(TermsReader.Read(read.Attributes).Terms, new Stay(from, from.AddHours(1)), Berlin);
        Assert.Equal(
            expected,
            (answer.Allowed == true ? "may, " : "may not, ") + (answer.Free switch { true => "free", false => "not free", null => "?" }));
    }

    [Theory]
    [InlineData("condition=odd", "condition=odd: no such condition is known")]
    [InlineData("maxstay=1 month", "maxstay=1 month: hours, or like '90 minutes' or '2 hours @ (Mo-Fr 09:00-18:00)' was expected")]
    [InlineData("condition=free|condition:other=no|condition:other:time=sunset-sunrise", "condition:other=sunset-sunrise: at character 1")]
    [InlineData("condition=no @ winter", "condition=no @ winter: 'value @ (window)' was expected")]
    public void What_is_not_understood_is_named_with_why(string tags, string expected)
    {
        var (tag, value, why) = Assert.Single(OsmParking.Read(Tags(tags)).NotUnderstood);
        Assert.StartsWith(expected, $"{tag}={value}: {why}", StringComparison.Ordinal);
    }

    private static AttributeSet Tags(string text) => AttributeSet.Of(
        text.Split('|').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
}

/// <summary>Real parking places: <c>../shared/geodata/neukoelln</c>.</summary>
public class NeukoellnParkingTests
{
    [Theory]
    [InlineData("neukoelln/parking_strips.geojson", 165, 165)]
    [InlineData("neukoelln/parking_areas.geojson", 0, 0)]
    public async Task The_time_rules_of_Neukoelln_are_understood(string file, int timeRules, int understood)
    {
        using var bench = new ImportBench();
        var report = await bench.Run(new ResourceImport { File = SharedGeodata.Path(file), Kind = "parking", Capacity = "capacity" });

        Assert.Empty(report.Refused);
        var note = report.Notes.SingleOrDefault(n => n.Rule == "osm-time-rules");
        Assert.Equal(timeRules, note?.Count ?? 0);
        Assert.Equal(
            timeRules == 0 ? null : $"{understood} of {timeRules} rows with OSM time rules were understood as terms.", note?.Message);
        Assert.Equal(timeRules, bench.Store.Snapshot.Resources.Count(HasTimedTerms));
    }

    private static bool HasTimedTerms(Resource resource) =>
        TermsReader.Read(resource.Attributes).Terms is var terms
        && (terms.NoStay is not null || terms.MaximumStay?.Counted is not null || terms.Fee is Fee.During);
}
