using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Windows.Calendars;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Resources.Terms;

public class StaySearchTests
{
    private static readonly StayAnswers Answers = new(
        new Stay(new(2026, 3, 9, 10, 0, 0, TimeSpan.Zero), new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero)),
        new TermsContext(TimeZoneInfo.Utc, HolidayCalendar.NothingKnown));

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(false, true, null)]
    [InlineData(false, false, "car")]
    [InlineData(true, false, null)]
    [InlineData(true, true, "car")]
    public void What_a_question_asks_of_terms_holds_whatever_the_stay_asks(bool mustFit, bool freeOnly, string? vehicle)
    {
        var resources = ResourceIndex.Build([Parking(1, "car"), Parking(2, "bus;car")]);
        var nearest = new NearestQuery
        {
            Point = new(119.1, 36.7),
            Terms = static terms => terms.Admits(new Vehicle("bus", null)),
        };
        var query = new StayQuery(nearest, mustFit, freeOnly, vehicle is null ? null : new Vehicle(vehicle, null));

        Assert.Equal("t/2", Assert.Single(StaySearch.List(resources, query, Answers)).Hit.Resource.Key);
        Assert.Equal(2, StaySearch.List(resources, query with { Nearest = nearest with { Terms = null } }, Answers).Count);
    }

    private static Resource Parking(long id, string vehicle) => new()
    {
        Id = id,
        SourceKey = new("t", $"{id}"),
        Kind = "parking",
        Shape = new Point(119.1, 36.7),
        Attributes = AttributeSet.Of([new("stay", "24/7"), new("fee", "no"), new("vehicle", vehicle)]),
    };
}
