using CsCheck;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Locating;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Windows.Calendars;
using GridMap.Data.Answers;

namespace GridMap.Data.Tests.Answers;

/// <summary>An answer that is put together from kept pieces is to the byte that of its records.</summary>
public class PiecesTests
{
    private const int Questions = 12;

    private static readonly DateTimeOffset Now = new(2026, 3, 9, 18, 30, 0, TimeSpan.FromHours(8));
    private static readonly TermsContext Context = new(
        TimeZoneInfo.CreateCustomTimeZone("+8", TimeSpan.FromHours(8), "+8", "+8"), HolidayCalendar.NothingKnown);

    [Fact]
    public void Grids_of_a_point() => InTowns(Questions, (random, town, map) =>
    {
        var query = new LocateQuery
        {
            Point = town.Point(map),
            AccuracyMetres = random.Next(3) switch { 0 => 150 * random.NextDouble(), _ => 0 },
            IncludeDuties = random.Next(6) == 0,
            IncludeStations = random.Next(6) == 0,
            IncludeAddress = random.Next(6) == 0,
            At = Now,
        };
        var answer = map.Locate(query);
        return (Oddities.Json(answer.ToJson(query)), to => LocatePieces.Write(to, answer, query));
    });

    [Fact]
    public void Resources_near_a_point() => InTowns(Questions, (random, town, map) =>
    {
        var stay = new Stay(Now, Now.AddMinutes(random.Next(1, 2000)));
        var answers = new StayAnswers(stay, Context);
        var from = town.Point(map);
        var query = new StayQuery(new NearestQuery { Point = from, Limit = random.Next(1, 20) }, MustFit: random.Next(3) == 0);
        var answer = new NearestAnswer(
            map, StaySearch.List(map.Resources, query, answers), answers, from, random.Next(3) == 0 ? null : Occupancy);
        return (Oddities.Json(answer.ToJson()), to => NearestPieces.Write(to, answer));
    });

    [Fact]
    public void Resources_for_the_same_stay_in_another_map_and_with_other_counts() => InTowns(1, (random, town, map) =>
    {
        var answers = new StayAnswers(new Stay(Now, Now.AddMinutes(random.Next(1, 2000))), Context);
        var other = CityMap.Build(map.Snapshot with
        {
            Grids = [.. map.Snapshot.Grids.Select(static g => new GridVersion(g.Grid with { Code = $"{g.Grid.Code}b" }, g.Shape))],
        });
        var from = town.Point(map);
        var query = new StayQuery(new NearestQuery { Point = from, Limit = 20 });
        NearestAnswer Asked(CityMap map, Func<Resource, OccupancyJson?>? occupancy) =>
            new(map, StaySearch.List(map.Resources, query, answers), answers, from, occupancy);
        NearestAnswer[] asked =
        [
            Asked(map, null), Asked(other, null), Asked(other, Occupancy), Asked(map, null), Asked(map, Occupancy),
        ];
        return (
            string.Concat(asked.Select(static a => Oddities.Json(a.ToJson()))),
            to => Array.ForEach(asked, answer => NearestPieces.Write(to, answer)));
    });

    private static OccupancyJson? Occupancy(Resource resource) =>
        resource.Id % 2 == 0 ? null : new(3, resource.Capacity, Now, 60, true);

    private static void InTowns(
        int questions, Func<Random, RandomTown, CityMap, (string Json, Action<AnswerBuffer> Write)> ask) =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var town = new RandomTown(random);
                var map = town.Build();
                for (var i = 0; i < questions; i++)
                {
                    var (json, write) = ask(random, town, map);
                    Assert.Equal(json, Oddities.Written(write));
                    Assert.Equal(json, Oddities.Written(write));
                }
            },
            iter: 300);
}
