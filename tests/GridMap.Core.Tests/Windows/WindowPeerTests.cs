using CsCheck;
using GridMap.Core.Windows;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Tests.Windows;

/// <summary>
/// Compares what windows say of each half hour of a week with npm's <c>opening_hours</c>, by its intervals and by its
/// states. Every difference is one of those that <see cref="Explain"/> names.
/// </summary>
public class WindowPeerTests
{
    private const int Days = 7;

    private static readonly string[] HandPicked = File.ReadAllLines(
        Path.Combine(Architecture.SourceTree.Root, "tests", "GridMap.Core.Tests", "Windows", "expressions.txt"));

    [Fact]
    public void Windows_say_what_the_npm_package_says_of_5_000_texts_where_clocks_are_never_changed() =>
        Compare("Asia/Shanghai", Generate(WindowTexts.Plain, 5_000, "0000KOIPe036"), [], expectedAlike: 0.90);

    [Fact]
    public void Windows_say_what_the_npm_package_says_where_clocks_are_changed() =>
        Compare("Europe/Berlin", Generate(WindowTexts.Plain, 1_000, "0001KOIPe036"), [], expectedAlike: 0.85);

    [Fact]
    public void Holidays_are_what_the_npm_package_makes_of_those_of_Berlin() =>
        Compare("Europe/Berlin", Generate(WindowTexts.WithHolidays, 400, "0002KOIPe036"), BerlinHolidays(), expectedAlike: 0.80);

    [Fact]
    public void Hand_picked_texts_say_what_the_npm_package_says() => Compare(
        "Europe/Berlin", [.. HandPicked.Where(t => t.Length > 0 && t[0] is not ('#' or '!'))], BerlinHolidays(), expectedAlike: 0.90);

    /// <summary>What is outside the grammar is refused, whether the package reads it or not.</summary>
    [Fact]
    public void Texts_outside_the_grammar_are_refused() =>
        Assert.All(HandPicked.Where(t => t.StartsWith('!')), text =>
        {
            Assert.False(Window.TryParse(text[1..], out _, out var error), text);
            Assert.InRange(error!.Position, 0, text.Length);
            Assert.NotEqual("", error.Expected.En);
            Assert.NotEqual("", error.Expected.Zh);
        });

    private static string[] Generate(Gen<string> texts, int count, string seed)
    {
        var all = new HashSet<string>();
        texts.Array[count].Sample(all.UnionWith, iter: 1, threads: 1, seed: seed);
        return [.. all];
    }

    private static DateOnly[] BerlinHolidays()
    {
        var answer = Assert.Single(
            OpeningHoursPeer.Ask([new("PH", "2025-12-01T00:00", "2028-02-01T00:00", "de", "Berlin")], "Europe/Berlin"));
        var start = new DateTime(2025, 11, 30, 23, 0, 0, DateTimeKind.Utc);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        return
        [
            .. answer.States!.Select((state, i) => (state, Time: start.AddMinutes(30 * i))).Where(t => t.state == '1')
                .Select(t => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(t.Time, zone))).Distinct(),
        ];
    }

    private static void Compare(string zoneId, string[] texts, DateOnly[] holidays, double expectedAlike)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var calendar = HolidayCalendar.Of(holidays, []);
        var starts = texts.Select((_, i) => new DateTime(2025, 12, 28).AddDays(i * 37 % 730)).ToArray();
        var answers = OpeningHoursPeer.Ask(
            texts.Select((t, i) => new PeerQuestion(
                t, $"{starts[i]:yyyy-MM-ddTHH:mm}", $"{starts[i].AddDays(Days):yyyy-MM-ddTHH:mm}", "de", "Berlin")),
            zoneId);

        var alike = 0;
        var unexplained = new List<string>();
        for (var i = 0; i < texts.Length; i++)
        {
            var refused = !Window.TryParse(texts[i], out var window, out var error);
            var ours = refused ? null : Say(window!, zone, starts[i], calendar);
            var peer = answers[i];
            if (ours == peer.Intervals && (ours is null || ours == peer.States))
            {
                alike++;
                var (said, own) = (PeerComments(texts[i], peer), ours is null ? "" : Comments(window!, zone, starts[i], calendar));

                // While an open end lasts, the package may skip the moment from which another rule says so too.
                Assert.True(said == own || texts[i].Contains('+'), $"{texts[i]}: {said} {own}");
            }
            else if (Explain(texts[i], ours, peer, zone, starts[i]) is null)
            {
                unexplained.Add($"{texts[i]} ({starts[i]:yyyy-MM-dd}) {peer.Refused}{error?.Message.En}\n"
                    + $"{Lines(peer.Intervals)}\n{Lines(peer.States)}\n{Lines(ours)}");
            }
        }

        Assert.Empty(unexplained);
        Assert.InRange(alike, (int)(texts.Length * expectedAlike), texts.Length);
    }

    /// <summary>Why the package says something else, or null.</summary>
    private static string? Explain(string text, string? ours, PeerAnswer peer, TimeZoneInfo zone, DateTime start)
    {
        if (peer.Refused is { } why)
        {
            return why.Contains("constrained weekday") ? "It does not read several of a month's weekdays after a month."
                : why.Contains("Unexpected token in month range: year") ? "It does not read a year, a month and an hour."
                : null;
        }

        string? reason = null;
        for (var k = 0; k < ours?.Length; k++)
        {
            var (i, s, o) = (peer.Intervals![k], peer.States![k], ours[k]);
            if (i == o && s == o)
            {
                continue;
            }

            reason = i == o || s == o ? "Its intervals and its states say two things; ours is one of them."
                : o == '?' && text.Contains('+') ? "An open end is over for it at whatever else changes."
                : IsNearClockChange(zone, start, k) ? "It takes yesterday to be 24 hours ago, also after clocks were changed."
                : null;
            if (reason is null)
            {
                return null;
            }
        }

        return reason;
    }

    private static bool IsNearClockChange(TimeZoneInfo zone, DateTime start, int halfHour)
    {
        var at = At(start, zone).AddMinutes(30 * halfHour);
        return zone.GetUtcOffset(at) != zone.GetUtcOffset(at.AddHours(-26)) || zone.GetUtcOffset(at) != zone.GetUtcOffset(at.AddHours(1));
    }

    private static string Say(Window window, TimeZoneInfo zone, DateTime start, HolidayCalendar calendar)
    {
        var (from, to) = (At(start, zone), At(start.AddDays(Days), zone));
        var said = new char[(int)(to - from).TotalMinutes / 30];
        foreach (var interval in window.ListIntervals(from, to, zone, calendar))
        {
            var first = (int)Math.Ceiling((interval.Start - from).TotalMinutes / 30);
            for (var k = first; k < (interval.End - from).TotalMinutes / 30; k++)
            {
                said[k] = interval.State switch { WindowState.Open => '1', WindowState.Closed => '0', _ => '?' };
            }
        }

        return new string(said);
    }

    /// <summary>The comments that were written; names of holidays and the remark on open ends are the package's own.</summary>
    private static string PeerComments(string text, PeerAnswer peer) => peer.Intervals is null ? "" : string.Join('|',
        peer.Comments.EnumerateArray().Where(c => text.Contains($"\"{c[1].GetString()}\"", StringComparison.Ordinal))
            .Select(c => $"{c[0].GetInt32()} {c[1].GetString()}"));

    private static string Comments(Window window, TimeZoneInfo zone, DateTime start, HolidayCalendar calendar) => string.Join('|',
        window.ListIntervals(At(start, zone), At(start.AddDays(Days), zone), zone, calendar)
            .Where(static i => i.Comment is not null)
            .Select(i => $"{Math.Ceiling((i.Start - At(start, zone)).TotalMinutes / 30)} {i.Comment}"));

    private static string Lines(string? said) =>
        said is null ? "  refused" : "  " + string.Join(' ', said.Chunk(48).Select(day => new string(day)));

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
