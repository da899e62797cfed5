using System.Diagnostics;
using GridMap.Bench.Data;
using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;
using GridMap.Core.Windows.Calendars;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Ratios;

/// <summary>
/// The nearest ten of a million places that allow a whole stay, where one in a thousand does, and where none does within
/// a radius. Milliseconds, the 99th of a hundred: the goal is stated so.
/// </summary>
internal static class StayRatios
{
    private const int Questions = 500;
    private const int OneIn = 1_000;
    private const double Radius = 2_000;

    private static readonly string[] NotAtNight =
        ["Mo-Fr 08:00-18:00", "Mo-Su 06:00-22:00", "Apr-Oct 08:00-20:00; Nov-Mar 09:00-17:00", "Mo-Fr 11:30-14:00; PH off"];

    public static IEnumerable<Figure> Run()
    {
        var random = new Random(11);
        LonLat[] places = [.. Enumerable.Range(0, PlaceSets.Count).Select(_ => PlaceSets.Uniform(random))];
        var index = ResourceIndex.Build(places.Select(Resource));
        var night = new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.FromHours(8));
        var context = new TermsContext(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), HolidayCalendar.Of([], []));
        var points = places.Where(static (_, i) => i % (PlaceSets.Count / Questions) == 0).ToArray();
        StayQuery Query(LonLat point, double? radius, Vehicle? vehicle) => new(
            new NearestQuery { Point = point, Kind = "parking", Limit = 10, RadiusMetres = radius }, MustFit: true, Vehicle: vehicle);

        StayAnswers Answers() => new(new Stay(night, night.AddHours(11)), context);
        yield return Measure(
            "stay-one-in-1000", points, p => StaySearch.List(index, Query(p, null, null), Answers()).Count == 10);
        yield return Measure(
            "stay-none-in-radius", points, p => StaySearch.List(index, Query(p, Radius, new Vehicle("bus", null)), Answers()).Count == 0);
    }

    private static Figure Measure(string name, LonLat[] points, Func<LonLat, bool> ask)
    {
        foreach (var point in points)
        {
            if (!ask(point))
            {
                throw new InvalidOperationException($"{name}: a search found something else.");
            }
        }

        var times = new double[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            ask(points[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        var p99 = times[(int)(times.Length * 0.99)];
        return new Figure(name, p99, 5, Aim.AtMost, 0, $"p99 {p99:0.00} ms, median {times[times.Length / 2]:0.00} ms on one core");
    }

    private static Resource Resource(LonLat place, int number)
    {
        var fits = number % OneIn == 0;
        var stay = fits ? "Mo-Su 19:00-07:00" : NotAtNight[number % NotAtNight.Length];
        return new Resource
        {
            Id = number + 1,
            SourceKey = new SourceKey("bench", $"{number}"),
            Kind = "parking",
            Shape = new Point(place.Lon, place.Lat),
            Attributes = AttributeSet.Of([new(TermAttributes.Stay, stay), new(TermAttributes.Vehicle, "car")]),
        };
    }
}
