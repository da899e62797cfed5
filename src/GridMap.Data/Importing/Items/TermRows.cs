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

    /// <summary>The row's attributes with its terms, or null where a term is not understood and the row is refused.</summary>
    public AttributeSet? Read(SourceRow row, AttributeSet attributes)
    {
        if (OsmParking.Has(attributes))
        {
            attributes = ReadOsm(row, attributes);
        }

        if (TermsReader.Read(attributes).Problems is not [var problem, ..])
        {
            return attributes;
        }

        run.Refuse(row, problem.Attribute, problem.Value, $"{problem.Message.En}.");
        return null;
    }

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
