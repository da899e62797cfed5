using System.Globalization;
using GridMap.Core.Duties;
using GridMap.Core.Grids;

namespace GridMap.Core.Tests.Duties;

/// <summary>
/// Each duty is written <c>key scope order [deputy] [emergency] [vacant] [window]</c>; the answer is the keys in the
/// order of calling, each with + on call, - off call, ? unknown.
/// </summary>
public class DutyRosterTests
{
    private const string Noon = "2026-11-25T12:00:00+08:00";

    private static readonly Grid[] Path =
    [
        MakeGrid(1, "street", "370705001"),
        MakeGrid(2, "community", "370705001002"),
        MakeGrid(3, "grid", "370705001002003"),
    ];

    [Theory]
    [InlineData("the leaf first, then upward", "s street 1; c community 1; g grid 1", "g+ c+ s+")]
    [InlineData("within a grid by order", "b grid 2; a grid 3; c grid 1", "c+ b+ a+")]
    [InlineData("a deputy after the holder of its order", "d grid 1 deputy; h grid 1; n grid 2", "h+ d+ n+")]
    [InlineData("equal ones by key", "b grid 1; a grid 1", "a+ b+")]
    [InlineData("on call now before all who are not", "g grid 1 Mo-Su 18:00-08:00; s street 5", "s+ g-")]
    [InlineData("an unknown window between", "a grid 1 sunset-sunrise; b grid 1 Mo off; c street 1", "c+ a? b-")]
    [InlineData("a vacant post is never on call", "v grid 1 vacant; g grid 2; o grid 1 Mo off", "g+ o- v-")]
    [InlineData("the compound before the leaf", "g grid 1; p compound 9", "p+ g+")]
    [InlineData("the emergency chain last on an ordinary day", "e grid 1 emergency; s street 1", "s+ e+")]
    [InlineData("once for several grids, at the lowest", "a street,grid 2; b grid 1; c street 1", "b+ a+ c+")]
    [InlineData("others' duties are not shown", "x other 1", "")]
    public void Duties_come_in_the_order_of_calling(string rule, string duties, string expected) =>
        Assert.Equal((rule, expected), (rule, Call(duties, null, Noon)));

    [Theory]
    [InlineData("370705001002", Noon, "e+ f+ g+")]
    [InlineData("", Noon, "e+ f+ g+")]
    [InlineData("370705009", Noon, "g+ e+ f+")]
    [InlineData("370705001002", "2026-11-25T08:00:00+08:00", "e+ f+ g+")]
    [InlineData("370705001002", "2026-11-25T07:59:59+08:00", "g+ e+ f+")]
    [InlineData("370705001002", "2026-11-26T08:00:00+08:00", "g+ e+ f+")]
    [InlineData("370705001002", "2026-11-26T00:30:00+00:00", "g+ e+ f+")]
    public void While_an_emergency_covers_the_leaf_its_chain_comes_first_and_may_skip_a_level(
        string prefix, string at, string expected)
    {
        var emergency = new Emergency
        {
            Id = 90,
            SourceKey = new("t", "90"),
            CodePrefixes = [prefix],
            From = Instant("2026-11-25T08:00:00+08:00"),
            To = Instant("2026-11-26T08:00:00+08:00"),
        };
        var declared = Call("g grid 1; e street 1 emergency; f grid 2 emergency", emergency, at);

        Assert.Equal(expected, declared);
    }

    [Fact]
    public void An_emergency_without_end_lasts_until_it_is_lifted() => Assert.Equal(
        "e+ g+",
        Call("g grid 1; e street 1 emergency", new Emergency
        {
            Id = 90,
            SourceKey = new("t", "90"),
            CodePrefixes = ["370705"],
            From = Instant("2000-01-01T00:00:00Z"),
        }, Noon));

    [Fact]
    public void Windows_are_local_times_at_the_offset_of_the_instant()
    {
        const string duty = "g grid 1 08:00-12:00";

        Assert.Equal("g+", Call(duty, null, "2026-11-25T11:00:00+08:00"));
        Assert.Equal("g-", Call(duty, null, "2026-11-25T03:00:00+00:00"));
    }

    [Fact]
    public void The_person_comes_with_the_duty()
    {
        var person = new Person { Id = 50, SourceKey = new("p", "50"), Name = "王一", Phones = "13800000000" };
        var duty = MakeDuty("g grid 1", 10) with { Holder = new DutyHolder.OfPerson(50) };
        var missing = MakeDuty("h grid 2", 11) with { Holder = new DutyHolder.OfPerson(51) };

        var answers = DutyRoster.Build([duty, missing], [person], []).ListFor(Path, [], Instant(Noon));

        Assert.Equal([person, null], answers.Select(a => a.Person));
    }

    [Fact]
    public void Outside_all_grids_nobody_answers() =>
        Assert.Empty(DutyRoster.Build([MakeDuty("g grid 1", 10)], [], []).ListFor([], [], Instant(Noon)));

    private static string Call(string duties, Emergency? emergency, string at)
    {
        var all = duties.Split("; ").Select((text, i) => MakeDuty(text, 10 + i)).ToList();
        var roster = DutyRoster.Build(all, [], emergency is null ? [] : [emergency]);
        var places = new[] { new DutyScope(DutyScopeKind.Compound, 9) };
        return string.Join(' ', roster.ListFor(Path, places, Instant(at)).Select(Text));
    }

    private static string Text(DutyAnswer answer) =>
        answer.Duty.SourceKey.Id + answer.OnCall switch { true => "+", false => "-", null => "?" };

    private static Duty MakeDuty(string text, long id)
    {
        var words = text.Split(' ').ToList();
        var duty = new Duty
        {
            Id = id,
            SourceKey = new("t", words[0]),
            Role = "grid_head",
            Holder = words.Remove("vacant")
                ? new DutyHolder.Vacant()
                : new DutyHolder.OfOrganisation("duty room", "0536-0000000"),
            Scope = [.. words[1].Split(',').Select(MakeScope)],
            Order = words[1] == "compound" ? 1 : int.Parse(words[2], CultureInfo.InvariantCulture),
            IsDeputy = words.Remove("deputy"),
            Chain = words.Remove("emergency") ? DutyChain.Emergency : DutyChain.Everyday,
        };
        return duty with { OnCall = words.Count > 3 ? string.Join(' ', words.Skip(3)) : null };
    }

    private static DutyScope MakeScope(string word) => word switch
    {
        "compound" => new(DutyScopeKind.Compound, 9),
        "other" => new(DutyScopeKind.Grid, 77),
        _ => new(DutyScopeKind.Grid, Path.Single(g => g.Level == word).Id),
    };

    private static Grid MakeGrid(long id, string level, string code) =>
        new() { Id = id, Partition = "governance", Level = level, Code = code };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
