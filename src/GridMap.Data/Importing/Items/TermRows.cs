using GridMap.Core;
using GridMap.Core.Resources.Terms;
using GridMap.Data.Exchange;
using GridMap.Data.Importing.Osm;

namespace GridMap.Data.Importing.Items;

/// <summary>Checks the terms of rows, and makes terms of OSM's parking tags.</summary>
internal sealed class TermRows(ImportRun run)
{
    private int timeRules;
    private int timeRulesUnderstood;

    /// <summary>The row's attributes with its terms, or null where a term is not understood and the row is refused.
    /// OSM's <c>opening_hours</c> outside the subset of the grammar is noted, and unknown at all times.</summary>
    public AttributeSet? Read(SourceRow row, AttributeSet attributes)
    {
        if (OsmParking.Has(attributes))
        {
            attributes = ReadOsm(row, attributes);
        }

        var problems = TermsReader.Read(attributes).Problems;
        if (problems.FirstOrDefault(static p => !IsUnknownOnly(p)) is { } problem)
        {
            run.Refuse(row, problem.Attribute, problem.Value, $"{problem.Message.En}.");
            return null;
        }

        foreach (var unknown in problems)
        {
            run.Report.Note(
                $"window-outside-{unknown.Attribute}={unknown.Value}", "Outside the subset of the window grammar, and unknown at "
                + $"all times; first in row {row.Number}: {unknown.Attribute}={unknown.Value}: {unknown.Message.En}.");
        }

        return attributes;
    }

    // OSM's own tag comes with data of others, who may use the whole grammar: the place is not lost for its hours.
    private static bool IsUnknownOnly(TermsProblem problem) =>
        problem is { Attribute: TermAttributes.OpeningHours, IsOutside: true };

    /// <summary>Notes how many rows with time rules were understood.</summary>
    public void Report()
    {
        if (timeRules > 0)
        {
            run.Report.Note(
                "osm-time-rules", $"{timeRulesUnderstood} of {timeRules} rows with OSM time rules were understood as terms.",
                timeRules);
        }
    }

    private AttributeSet ReadOsm(SourceRow row, AttributeSet attributes)
    {
        var read = OsmParking.Read(attributes);
        timeRules += read.HasTimeRule ? 1 : 0;
        timeRulesUnderstood += read is { HasTimeRule: true, NotUnderstood: [] } ? 1 : 0;
        foreach (var (tag, value, why) in read.NotUnderstood)
        {
            run.Report.Note(
                $"osm-{tag}={value}", $"Not understood, and kept as an attribute only; first in row {row.Number}: {tag}={value}: {why}.");
        }

        return read.Attributes;
    }
}
