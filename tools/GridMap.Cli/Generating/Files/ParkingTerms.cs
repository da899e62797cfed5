namespace GridMap.Cli.Generating.Files;

/// <summary>
/// The terms that parking sites are published with, each once: nights, seasons, hours without entry, holidays from the
/// eve to the first workday, weekends without make-up workdays, places that are free in a part of the day only.
/// </summary>
internal sealed record ParkingTerms(string Stay)
{
    private const string Always = "24/7";
    private const string Day = "Mo-Su 06:00-22:00";

    public static readonly ParkingTerms[] AtKerbs =
    [
        new("Mo-Su 19:00-07:00") { Fee = "no" },
        new("Mo-Su 20:00-07:30") { Enter = "Mo-Su 20:00-24:00", Fee = "no" },
        new(Always) { Fee = "Mo-Su 07:00-19:00", Charge = "2元/小时" },
        new("Mo-Fr 11:30-14:00,18:30-07:30; Sa,Su 18:30-07:30") { Fee = "no", MaxStay = "12" },
        new("Apr-Oct 19:00-07:00, Nov-Mar 18:30-07:30")
        {
            Enter = "Apr-Oct 19:00-22:00, Nov-Mar 18:30-21:30",
            Fee = "no",
        },
        new("Mo-Su 19:00-07:00, PH -1 day 19:00-WD 07:00") { Fee = "no" },
        new("Sa 08:00-24:00; Su 00:00-19:00; CW off") { Fee = "no" },
        new(Always) { Free = "Mo-Su 12:00-14:00,18:00-08:00", Charge = "首小时2元，之后1元/小时" },
    ];

    public static readonly ParkingTerms[] InYards =
    [
        new("Mo-Su 19:00-07:00") { Enter = "Mo-Su 19:00-22:00", Fee = "no", MaxStay = "12" },
        new("Mo-Fr 18:00-08:00; Sa 00:00-24:00; Su 00:00-32:00") { Exit = Day, Fee = "no" },
        new("Mo-Fr 18:30-07:30; Sa 00:00-24:00; Su 00:00-31:30; PH 00:00-31:30") { Enter = Day, Exit = Day, Fee = "no" },
        new(Always) { Fee = "Mo-Fr 08:00-18:00", Charge = "3元/小时", Seats = 7 },
        new(Always) { Enter = Day, Exit = Day, Fee = "no", Who = "residents" },
        new(Always) { Fee = "yes", Charge = "5元/次", MaxStay = "2 hours @ (Mo-Fr 09:00-18:00)", Who = "customers" },
    ];

    /// <summary>Notices by the number of the site: past, in force in the last week of November 2026, to come.</summary>
    public static readonly IReadOnlyDictionary<int, string> Suspensions = new Dictionary<int, string>
    {
        [12] = "2026-05-06/2026-06-20|雨污分流施工|虚文停办〔2026〕4号",
        [47] = "2026-11-16T08:00/2026-12-05T18:00|路面改造|虚文停办〔2026〕8号",
        [88] = "2026-10-01/2026-10-08|国庆活动;2027-02-05/2027-02-12|春节庙会|虚文停办〔2026〕9号",
        [121] = "2026-11-20T00:00:00+08:00/2026-11-30T00:00:00+08:00|供热管道抢修",
        [160] = "2026-12-24/2026-12-27|商圈活动|虚文停办〔2026〕10号",
    };

    /// <summary>When it is due; or <see cref="Free"/>.</summary>
    public string? Fee { get; init; }

    public string? Free { get; init; }

    public string? Enter { get; init; }

    public string? Exit { get; init; }

    public string? Charge { get; init; }

    public string? MaxStay { get; init; }

    public int? Seats { get; init; }

    public string? Who { get; init; }

    /// <summary>As properties of a feature; null where it says nothing.</summary>
    public IEnumerable<(string Name, object? Value)> Properties =>
    [
        ("stay", Stay), ("enter", Enter), ("exit", Exit), ("fee", Fee), ("free", Free), ("charge", Charge),
        ("max_stay", MaxStay), ("vehicle", "car"), ("seats", Seats), ("who", Who),
    ];
}
