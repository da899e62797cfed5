using GridMap.Core.Windows;

namespace GridMap.Core.Resources.Terms;

/// <summary>Says terms in two languages, for residents.</summary>
public static class TermsSentence
{
    /// <summary>The terms as one sentence, or null where nothing is stated.</summary>
    public static LocalText? Of(ResourceTerms terms)
    {
        LocalText?[] parts =
        [
            Say(terms.Stay, "可停留：", "open "), Say(terms.NoStay, "不得停留：", "no stay "),
            Say(terms.Enter, "可进入：", "entry "), Say(terms.Exit, "可离开：", "exit "),
            Of(terms.Fee, terms.Charge), Of(terms.MaximumStay), OfVehicles(terms), OfWho(terms.Who),
        ];
        var said = parts.OfType<LocalText>().ToList();
        return said.Count == 0 ? null : new LocalText(
            string.Join("。", said.Select(static p => p.Zh)) + "。", string.Join(". ", said.Select(static p => Begin(p.En))) + ".");
    }

    /// <summary>By how much a stay does not fit, or null where it does or nothing of it would.</summary>
    /// <param name="stay">The stay that was asked for.</param>
    /// <param name="answer">What the terms say of it.</param>
    /// <param name="zone">The zone of the times in the text.</param>
    public static LocalText? OfShort(Stay stay, StayAnswer answer, TimeZoneInfo zone)
    {
        if (answer.Nearly is not { } part)
        {
            return null;
        }

        var late = part.Arrive - stay.Arrive;
        var early = stay.Leave - part.Leave;
        var zh = new List<string>();
        var en = new List<string>();
        if (late > TimeSpan.Zero)
        {
            zh.Add($"{Clock(part.Arrive, stay.Arrive, zone)}起才能进入，晚{Zh(late)}");
            en.Add($"enter from {Clock(part.Arrive, stay.Arrive, zone)}: {En(late)} late");
        }

        if (early > TimeSpan.Zero)
        {
            zh.Add($"须在{Clock(part.Leave, stay.Leave, zone)}前离开，少{Zh(early)}");
            en.Add($"leave by {Clock(part.Leave, stay.Leave, zone)}: {En(early)} short");
        }

        return new LocalText(string.Join("；", zh), string.Join("; ", en));
    }

    private static LocalText? Say(Window? window, string zh, string en) => window is null ? null
        : window.IsAlways && zh != "可停留：" ? null
        : window.ToSentence() is var said ? new LocalText(zh + said.Zh, en + said.En) : null;

    private static LocalText? Of(Fee fee, string? charge)
    {
        var price = charge is null ? "" : $"（{charge}）";
        var inEnglish = charge is null ? "" : $" ({charge})";
        return fee switch
        {
            Fee.During d => new LocalText($"收费时段：{d.Due.ToSentence().Zh}{price}，其余时间免费",
                $"a fee is due {d.Due.ToSentence().En}{inEnglish}, otherwise free"),
            Fee.FreeDuring f => new LocalText($"免费时段：{f.Free.ToSentence().Zh}，其余时间收费{price}",
                $"free {f.Free.ToSentence().En}, otherwise a fee is due{inEnglish}"),
            _ when fee == Fee.Never => new LocalText("免费", "free"),
            _ when fee == Fee.Always => new LocalText($"收费{price}", $"a fee is due{inEnglish}"),
            _ => null,
        };
    }

    private static LocalText? Of(MaximumStay? most) => most is null ? null
        : most.Counted is null ? new LocalText($"最长{Zh(most.Duration)}", $"at most {En(most.Duration)}")
        : new LocalText($"{most.Counted.ToSentence().Zh}内最长{Zh(most.Duration)}",
            $"at most {En(most.Duration)} of the time {most.Counted.ToSentence().En}");

    private static LocalText? OfVehicles(ResourceTerms terms) => terms.Vehicles.Count == 0 && terms.Seats is null ? null
        : new LocalText(
            "车辆：" + (terms.Vehicles.Count == 0 ? "不限" : string.Join("、", terms.Vehicles.Select(static v => Name(v).Zh)))
            + (terms.Seats is { } seats ? $"（{seats}座及以下）" : ""),
            "for " + (terms.Vehicles.Count == 0 ? "vehicles" : string.Join(", ", terms.Vehicles.Select(static v => Name(v).En)))
            + (terms.Seats is { } most ? $" of up to {most} seats" : ""));

    private static LocalText? OfWho(string? who) => who switch
    {
        null => null,
        "residents" => new LocalText("仅限居民", "residents only"),
        "customers" => new LocalText("仅限顾客", "customers only"),
        "employees" => new LocalText("仅限员工", "employees only"),
        "disabled" => new LocalText("仅限残疾人", "disabled people only"),
        "private" => new LocalText("私人使用", "private"),
        _ => new LocalText($"仅限{who}", $"{who} only"),
    };

    private static LocalText Name(string vehicle) => vehicle switch
    {
        "car" => new("小型汽车", "cars"),
        "bus" => new("客车", "buses"),
        "truck" => new("货车", "trucks"),
        "motorcycle" => new("摩托车", "motorcycles"),
        "bicycle" => new("自行车", "bicycles"),
        _ => LocalText.Same(vehicle),
    };

    private static string Clock(DateTimeOffset at, DateTimeOffset asked, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var sameDay = local.Date == TimeZoneInfo.ConvertTime(asked, zone).Date;
        return local.ToString(sameDay ? "HH:mm" : "MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Zh(TimeSpan time) => time.TotalHours < 1 ? $"{time.TotalMinutes:0}分钟"
        : time.TotalHours >= 48 && time.Ticks % TimeSpan.TicksPerDay == 0 ? $"{time.TotalDays:0}天"
        : $"{Math.Floor(time.TotalHours):0}小时" + (time.Minutes == 0 ? "" : $"{time.Minutes}分钟");

    private static string En(TimeSpan time) => time.TotalHours < 1 ? $"{time.TotalMinutes:0} minutes"
        : time.TotalHours >= 48 && time.Ticks % TimeSpan.TicksPerDay == 0 ? $"{time.TotalDays:0} days"
        : (time.TotalHours < 2 ? "1 hour" : $"{Math.Floor(time.TotalHours):0} hours")
            + (time.Minutes == 0 ? "" : $" {time.Minutes} minutes");

    private static string Begin(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
