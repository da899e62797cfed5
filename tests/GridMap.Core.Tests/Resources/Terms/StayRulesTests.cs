using System.Globalization;
using CsCheck;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Tests.Windows;
using GridMap.Core.Windows;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Tests.Resources.Terms;

public class StayRulesTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly HolidayCalendar Holidays = HolidayCalendar.Of(ShippedCalendar.Read());
    private static readonly TermsContext Context = new(Shanghai, Holidays);

    private const string Night = "stay=19:00-07:00";

    /// <summary>2026-11-23 is a Monday; times are of that day, and of the next where they come after a plus.</summary>
    [Theory]
    [InlineData(Night, "20:00", "+06:30", "allowed free=? leave 11-24T07:00 until 11-24T07:00")]
    [InlineData(Night, "20:00", "+07:00", "allowed free=? leave 11-24T07:00 until 11-24T07:00")]
    [InlineData(Night, "20:00", "+08:00", "no free=? leave 11-24T07:00 until 11-24T07:00 | 20:00-07:00: leave by 07:00: 1 hour short")]
    [InlineData(Night, "18:30", "+07:00", "no free=? | 19:00-07:00: enter from 19:00: 30 minutes late")]
    [InlineData(Night, "08:00", "12:00", "no free=?")]
    [InlineData("stay=19:00-07:00 enter=19:00-22:00 fee=no", "20:00", "+07:00", "allowed free=yes enter 11-23T22:00 leave 11-24T07:00 until 11-24T07:00")]
    [InlineData("stay=19:00-07:00 enter=19:00-22:00 fee=no", "22:00", "+07:00", "no free=yes leave 11-24T07:00 until 11-24T07:00")]
    [InlineData("exit=06:00-22:00 fee=no", "20:00", "23:00", "no free=yes | 20:00-22:00: leave by 22:00: 1 hour short")]
    [InlineData("exit=06:00-22:00 fee=no", "20:00", "+06:00", "allowed free=yes")]
    [InlineData("max_stay=12 fee=no", "20:00", "+08:00", "allowed free=yes leave 11-24T08:00")]
    [InlineData("max_stay=12 fee=no", "20:00", "+09:30", "no free=yes leave 11-24T08:00 | 20:00-08:00: leave by 08:00: 1 hour 30 minutes short")]
    [InlineData("max_stay=1_hour_@_(Mo-Fr_09:00-18:00) fee=no", "17:30", "+09:30", "allowed free=yes leave 11-24T09:30")]
    [InlineData("max_stay=1_hour_@_(Mo-Fr_09:00-18:00) fee=no", "16:30", "19:00", "no free=yes leave 11-23T17:30")]
    [InlineData("fee=07:00-19:00", "19:00", "+07:00", "allowed free=yes")]
    [InlineData("fee=07:00-19:00", "18:59", "+07:00", "allowed free=no")]
    [InlineData("fee=07:00-19:00", "19:00", "+07:01", "allowed free=no")]
    [InlineData("free=19:00-07:00", "19:00", "+07:00", "allowed free=yes")]
    [InlineData("free=19:00-07:00", "19:00", "+07:01", "allowed free=no")]
    [InlineData("fee=yes", "19:00", "20:00", "allowed free=no")]
    [InlineData("who=residents fee=no", "19:00", "20:00", "no free=yes")]
    [InlineData("stay=unknown fee=no", "19:00", "20:00", "uncertain free=yes")]
    [InlineData("suspensions=2026-11-24/2026-11-26|works fee=no", "20:00", "+02:00", "no free=yes leave 11-24T00:00 until 11-24T00:00 suspended: works | 20:00-00:00: leave by 00:00: 2 hours short")]
    [InlineData("suspensions=2026-11-24T06:00/2026-11-26|works fee=no", "20:00", "+06:00", "allowed free=yes leave 11-24T06:00 until 11-24T06:00")]
    [InlineData("stay=Mo-Fr_18:30-07:30;_Sa,Su_00:00-24:00;_PH_00:00-24:00 enter=06:00-22:00 exit=06:00-22:00 fee=no", "20:00", "+07:00",
        "allowed free=yes enter 11-23T22:00 leave 11-24T07:30 until 11-24T07:30")]
    public void A_stay_is_answered(string terms, string arrive, string leave, string expected)
    {
        var stay = new Stay(At(arrive), At(leave));
        Assert.Equal(expected, Say(stay, StayRules.Answer(Read(terms), stay, Context)));
    }

    [Theory]
    [InlineData("20:00", "20:00", "the stay must end after it starts")]
    [InlineData("20:00", "19:00", "the stay must end after it starts")]
    public void A_stay_that_ends_before_it_starts_cannot_be(string arrive, string leave, string problem)
    {
        var stay = new Stay(At(arrive), At(leave));
        Assert.Equal(problem, stay.Problem!.Value.En);
        Assert.Throws<ArgumentException>(() => StayRules.Answer(ResourceTerms.Unstated, stay, Context));
    }

    [Fact]
    public void A_stay_is_allowed_exactly_when_each_minute_of_it_is_entry_and_exit_included() =>
        Gen.Select(Optional(), Optional(), Optional(), Gen.Int[0, 20 * 24 * 60], Gen.Int[1, 36 * 60]).Sample(
            (stayText, enterText, exitText, start, minutes) =>
            {
                var terms = new ResourceTerms
                {
                    Stay = Window(stayText),
                    Enter = Window(enterText),
                    Exit = Window(exitText),
                    Suspensions = [new(new(new(2026, 10, 3), null), new(new(2026, 10, 4), null), null, null)],
                };
                var arrive = new DateTimeOffset(2026, 9, 21, 0, 0, 0, TimeSpan.Zero).AddMinutes(start);
                var stay = new Stay(arrive, arrive.AddMinutes(minutes));
                var answer = StayRules.Answer(terms, stay, Context);
                Assert.Equal(ByMinutes(terms, stay), answer.Allowed);
                if (answer.Nearly is { } nearly && Context.At(terms.Exit, nearly.Leave) == WindowState.Open)
                {
                    Assert.True(ByMinutes(terms, nearly));
                    Assert.True(nearly.Duration < stay.Duration && nearly.Duration * 2 >= stay.Duration);
                }
            }, iter: 400);

    private static bool? ByMinutes(ResourceTerms terms, Stay stay)
    {
        var states = new List<WindowState> { State(terms.Enter, stay.Arrive), State(terms.Exit, stay.Leave) };
        for (var at = stay.Arrive; at < stay.Leave; at = at.AddMinutes(1))
        {
            var local = TimeZoneInfo.ConvertTime(at, Shanghai).DateTime;
            states.Add(local.Date == new DateTime(2026, 10, 3) ? WindowState.Closed : State(terms.Stay, at));
        }

        return states.Contains(WindowState.Closed) ? false : states.Contains(WindowState.Unknown) ? null : true;
    }

    private static WindowState State(Window? window, DateTimeOffset at) =>
        window?.At(TimeZoneInfo.ConvertTime(at, Shanghai).DateTime, Holidays).State ?? WindowState.Open;

    private static Gen<string?> Optional() => Gen.OneOf(
        Gen.Const((string?)null), Gen.OneOf(WindowTexts.Plain, WindowTexts.WithWorkdays).Where(WindowTexts.IsWindow).Select(t => (string?)t));

    private static Window? Window(string? text) => text is null ? null
        : GridMap.Core.Windows.Window.TryParse(text, out var window, out _) ? window : throw new ArgumentException(text);

    private static ResourceTerms Read(string text)
    {
        var pairs = text.Split(' ').Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(part[0], part[1].Replace('_', ' ')));
        var (terms, problems) = TermsReader.Read(AttributeSet.Of(pairs.Select(p => KeyValuePair.Create(p.Key, p.Value))));
        Assert.Empty(problems);
        return terms;
    }

    private static DateTimeOffset At(string time) => new(
        DateTime.Parse((time[0] == '+' ? "2026-11-24T" : "2026-11-23T") + time.TrimStart('+'), CultureInfo.InvariantCulture),
        TimeSpan.FromHours(8));

    private static string Say(Stay stay, StayAnswer answer)
    {
        var text = (answer.Allowed switch { true => "allowed", false => "no", null => "uncertain" })
            + $" free={answer.Free switch { true => "yes", false => "no", null => "?" }}"
            + Time(" enter", answer.EnterBy) + Time(" leave", answer.LeaveBy) + Time(" until", answer.Until)
            + (answer.Allowed != true && answer.Suspension is { } s ? $" suspended: {s.Reason}" : "");
        return answer.Nearly is { } part
            ? $"{text} | {part.Arrive:HH:mm}-{part.Leave:HH:mm}: {TermsSentence.OfShort(stay, answer, Shanghai)!.Value.En}"
            : text;
    }

    private static string Time(string word, DateTimeOffset? time) => time is { } at ? $"{word} {at:MM-ddTHH:mm}" : "";
}
