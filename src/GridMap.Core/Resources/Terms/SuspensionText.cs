using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridMap.Core.Resources.Terms;

/// <summary>Suspensions as texts: <c>from/to|reason|document</c>, the last two optional.</summary>
public static class SuspensionText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads one.</summary>
    /// <param name="text">
    /// The text; a date alone means its midnight, and a time without an offset the deployment's zone. Both times must be of
    /// <see cref="StatedYears"/>.
    /// </param>
    /// <param name="suspension">The suspension, or null.</param>
    /// <param name="expected">What was expected, where it is not one.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Suspension? suspension, out LocalText expected)
    {
        suspension = null;
        expected = default;
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var times = parts[0].Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length > 3 || times.Length != 2 || !TryTime(times[0], out var from) || !TryTime(times[1], out var to))
        {
            expected = new($"“开始/结束|原因|文件”，时间如 2026-12-01T08:00 或 2026-12-01，在 {StatedYears.Range.Zh}",
                $"'from/to|reason|document' with times like 2026-12-01T08:00 or 2026-12-01, of {StatedYears.Range.En}");
            return false;
        }

        if (to.In(TimeZoneInfo.Utc) <= from.In(TimeZoneInfo.Utc))
        {
            expected = new("晚于开始的结束时间", "an end after the beginning");
            return false;
        }

        suspension = new Suspension(from, to, Part(parts, 1), Part(parts, 2));
        return true;
    }

    /// <summary>Its text, which <see cref="TryParse"/> reads back.</summary>
    public static string Of(Suspension suspension) =>
        string.Join('|', new[] { $"{Of(suspension.From)}/{Of(suspension.To)}", suspension.Reason ?? "", suspension.Document ?? "" })
            .TrimEnd('|');

    private static string Of(StatedTime time) =>
        time.Local.ToString(time.Local.TimeOfDay == TimeSpan.Zero && time.Offset is null ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture)
        + (time.Offset is { } offset ? $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}" : "");

    private static string? Part(string[] parts, int index) =>
        parts.Length > index && parts[index].Length > 0 ? parts[index] : null;

    private static bool TryTime(string text, out StatedTime time)
    {
        time = default;
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = new StatedTime(local, null);
            return StatedYears.Has(local.Year);
        }

        if (!DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return false;
        }

        time = new StatedTime(instant.DateTime, instant.Offset);
        return StatedYears.Has(instant.Year);
    }
}
