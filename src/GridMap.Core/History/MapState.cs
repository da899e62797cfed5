using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridMap.Core.History;

/// <summary>What is in force: as recorded by a revision, and valid on a date.</summary>
/// <param name="Revision">The last recorded revision that counts; 0 is the empty store.</param>
/// <param name="Date">The valid date, in the deployment's zone.</param>
/// <remarks>Written <c>12@2026-11-22</c>: in answers, ETags, tile URLs and paging tokens.</remarks>
public readonly record struct MapState(long Revision, DateOnly Date)
{
    /// <summary><c>revision@date</c>.</summary>
    public override string ToString() => $"{Revision}@{Date:yyyy-MM-dd}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MapState state)
    {
        state = default;
        var at = text?.IndexOf('@') ?? -1;
        if (at < 0
            || !long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || !DateOnly.TryParseExact(
                text.AsSpan(at + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        state = new MapState(revision, date);
        return true;
    }
}
