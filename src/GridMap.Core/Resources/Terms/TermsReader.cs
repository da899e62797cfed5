using System.Globalization;
using GridMap.Core.Windows;

namespace GridMap.Core.Resources.Terms;

/// <summary>Reads terms from attributes. What is not understood is a problem, and is left out of the terms.</summary>
public sealed class TermsReader
{
    private static readonly string[] Everybody = ["public", "yes", "permissive"];
    private readonly AttributeSet attributes;
    private readonly List<TermsProblem> problems = [];

    private TermsReader(AttributeSet attributes) => this.attributes = attributes;

    /// <summary>The terms, and what was not understood of them.</summary>
    /// <param name="attributes">Attributes with the names of <see cref="TermAttributes"/>; others are passed over.</param>
    /// <returns>
    /// With a problem in a window the terms hold a window that is unknown at all times, so that nothing is taken for
    /// allowed or free which nobody could read.
    /// </returns>
    public static (ResourceTerms Terms, IReadOnlyList<TermsProblem> Problems) Read(AttributeSet attributes)
    {
        var reader = new TermsReader(attributes);
        return (reader.Read(), reader.problems);
    }

    private ResourceTerms Read() => new()
    {
        Stay = ReadWindow(TermAttributes.Stay) ?? ReadWindow(TermAttributes.OpeningHours),
        NoStay = ReadWindow(TermAttributes.NoStay),
        Enter = ReadWindow(TermAttributes.Enter),
        Exit = ReadWindow(TermAttributes.Exit),
        Fee = ReadFee(),
        Charge = attributes.Find(TermAttributes.Charge),
        MaximumStay = ReadMaximumStay(),
        Vehicles = Split(attributes.Find(TermAttributes.Vehicle)),
        Seats = ReadCount(TermAttributes.Seats),
        Who = attributes.Find(TermAttributes.Who) is { } who && !Everybody.Contains(who) ? who : null,
        Suspensions = ReadSuspensions(),
        Publication = ReadPublication(),
    };

    private Window? ReadWindow(string attribute) =>
        attributes.Find(attribute) is { } text ? ReadWindow(attribute, text) : null;

    private Window ReadWindow(string attribute, string text)
    {
        if (Window.TryParse(text, out var window, out var error))
        {
            return window;
        }

        problems.Add(new(attribute, text, error.Message, error.IsOutside));
        return Window.Unknown;
    }

    private Fee ReadFee()
    {
        if (attributes.Find(TermAttributes.Free) is { } free)
        {
            return new Fee.FreeDuring(ReadWindow(TermAttributes.Free, free));
        }

        return attributes.Find(TermAttributes.Fee) switch
        {
            null or "unknown" => Fee.NotStated,
            "no" or "false" => Fee.Never,
            "yes" or "true" => Fee.Always,
            var text => new Fee.During(ReadWindow(TermAttributes.Fee, text)),
        };
    }

    private MaximumStay? ReadMaximumStay()
    {
        if (attributes.Find(TermAttributes.MaxStay) is not { } text)
        {
            return null;
        }

        var parts = text.Split('@', 2, StringSplitOptions.TrimEntries);
        if (DurationText.TryParse(parts[0], out var duration))
        {
            return new MaximumStay(duration, parts.Length == 1 ? null : ReadCounted(text, parts[1]));
        }

        Refuse(TermAttributes.MaxStay, text, new(
            "小时数，或如“90 minutes”“2 hours @ (Mo-Fr 09:00-18:00)”", "hours, or like '90 minutes' or '2 hours @ (Mo-Fr 09:00-18:00)'"));
        return null;
    }

    private Window ReadCounted(string text, string window)
    {
        if (window.StartsWith('(') && window.EndsWith(')'))
        {
            return ReadWindow(TermAttributes.MaxStay, window[1..^1]);
        }

        Refuse(TermAttributes.MaxStay, text, new("@ 之后括号中的时段", "a window in brackets after '@'"));
        return Window.Unknown;
    }

    private int? ReadCount(string attribute)
    {
        if (attributes.Find(attribute) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        Refuse(attribute, text, new("整数", "a whole number"));
        return null;
    }

    private Publication? ReadPublication()
    {
        var batch = ReadCount(TermAttributes.Batch);
        var document = attributes.Find(TermAttributes.Document);
        DateOnly? date = null;
        if (attributes.Find(TermAttributes.BatchDate) is { } text)
        {
            date = DateOnly.TryParseExact(text, "yyyy-MM-dd", out var read) ? read : null;
            if (date is null)
            {
                Refuse(TermAttributes.BatchDate, text, new("如 2026-11-22 的日期", "a date like 2026-11-22"));
            }
        }

        return batch is null && date is null && document is null ? null : new Publication(batch, date, document);
    }

    private List<Suspension> ReadSuspensions()
    {
        var read = new List<Suspension>();
        foreach (var text in Split(attributes.Find(TermAttributes.Suspensions)))
        {
            if (SuspensionText.TryParse(text, out var suspension, out var expected))
            {
                read.Add(suspension);
            }
            else
            {
                Refuse(TermAttributes.Suspensions, text, expected);
            }
        }

        read.Sort(static (a, b) => a.From.Local.CompareTo(b.From.Local));
        CheckOverlaps(read);
        return read;
    }

    private void CheckOverlaps(List<Suspension> sorted)
    {
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].From.Local < sorted[i - 1].To.Local)
            {
                problems.Add(new(TermAttributes.Suspensions, attributes[TermAttributes.Suspensions], new(
                    $"暂停公告重叠：{SuspensionText.Of(sorted[i - 1])} 与 {SuspensionText.Of(sorted[i])}",
                    $"two suspensions overlap: {SuspensionText.Of(sorted[i - 1])} and {SuspensionText.Of(sorted[i])}")));
            }
        }
    }

    private void Refuse(string attribute, string text, LocalText expected) =>
        problems.Add(new(attribute, text, new($"应为{expected.Zh}", $"{expected.En} was expected")));

    private static string[] Split(string? text) =>
        text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
