using System.Globalization;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>Reads counts: whole numbers from 0 up, also where a file writes them as <c>12.0</c>.</summary>
internal static class Numbers
{
    /// <summary>The count; null where there is no text. False where it is none: then the row is refused.</summary>
    public static bool TryCount(ImportRun run, SourceRow row, string target, string? text, out long? count)
    {
        count = null;
        if (text is null)
        {
            return true;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 0 && number <= int.MaxValue && number == decimal.Truncate(number))
        {
            count = (long)number;
            return true;
        }

        run.Refuse(row, "number", text, $"{target} must be a whole number from 0 up.");
        return false;
    }
}
