using System.Text.RegularExpressions;
using GridMap.Core;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Windows;

namespace GridMap.Data.Importing.Osm;

/// <summary>What became of the parking tags of a row.</summary>
/// <param name="Attributes">The attributes, with the terms that the tags mean.</param>
/// <param name="HasTimeRule">Whether a tag says when something holds.</param>
/// <param name="NotUnderstood">The tags that were not understood, with why; they stay as attributes.</param>
public sealed record OsmParkingTerms(
    AttributeSet Attributes, bool HasTimeRule, IReadOnlyList<(string Tag, string Value, string Why)> NotUnderstood);

/// <summary>
/// Reads OSM's tags of parking places as terms: <c>condition</c>, <c>condition:other</c> with
/// <c>condition:other:time</c>, <c>maxstay</c> and <c>access</c>, the values also conditional (<c>value @ (window)</c>).
/// https://wiki.openstreetmap.org/wiki/Key:parking:condition, https://wiki.openstreetmap.org/wiki/Conditional_restrictions
/// </summary>
public sealed partial class OsmParking
{
    private static readonly string[] Forbidden = ["no", "no_parking", "no_stopping", "no_standing", "loading"];
    private static readonly string[] Reserved =
        ["private", "residents", "customers", "employees", "police", "disabled", "taxi", "charging", "delivery", "no", "permit"];

    private static readonly string[] Tags = ["condition", "condition:other", "condition:other:time", "maxstay", "access"];
    private readonly Dictionary<string, string> terms;
    private readonly List<(string Tag, string Value, string Why)> notUnderstood = [];

    private OsmParking(AttributeSet attributes) => terms = attributes.ToDictionary();

    /// <summary>Whether a row's attributes have such tags.</summary>
    public static bool Has(AttributeSet attributes) => Tags.Any(attributes.ContainsKey);

    /// <summary>Adds the terms that the tags mean; terms that the row states itself stay.</summary>
    public static OsmParkingTerms Read(AttributeSet attributes)
    {
        var reading = new OsmParking(attributes);
        reading.ReadAll(attributes);
        return new(AttributeSet.Of(reading.terms), HasTimeRule(attributes), reading.notUnderstood);
    }

    private static bool HasTimeRule(AttributeSet attributes) =>
        attributes.ContainsKey("condition:other:time")
        || attributes.Find("condition")?.Contains('@') == true || attributes.Find("maxstay")?.Contains('@') == true;

    private void ReadAll(AttributeSet attributes)
    {
        // What holds at times first: it says more than what holds else.
        ReadCondition(
            "condition:other", attributes.Find("condition:other"), attributes.Find("condition:other:time"), attributes.Find("maxstay"));
        var (condition, when) = Split("condition", attributes.Find("condition"));
        ReadCondition("condition", condition, when, attributes.Find("maxstay"));
        if (attributes.Find("access") is { } access and not ("yes" or "permissive" or "public"))
        {
            ReadCondition("access", access, null, null);
        }

        if (attributes.Find("maxstay") is { } most && !terms.ContainsKey(TermAttributes.MaxStay))
        {
            Put("maxstay", TermAttributes.MaxStay, most, most);
        }
    }

    private void ReadCondition(string tag, string? value, string? when, string? most)
    {
        if (value is null or "yes" or "permissive")
        {
            return;
        }

        if (when is null)
        {
            ReadAlways(tag, value);
        }
        else if (value == "disc" && most is not null)
        {
            Put("maxstay", TermAttributes.MaxStay, most.Contains('@') ? most : $"{most} @ ({when})", most);
        }
        else if (value is "ticket" or "free" or "disc")
        {
            Put(tag, value == "ticket" ? TermAttributes.Fee : TermAttributes.Free, when, when);
        }
        else if (Forbidden.Contains(value) || Reserved.Contains(value))
        {
            Put(tag, TermAttributes.NoStay, Together(when), when);
        }
        else
        {
            notUnderstood.Add((tag, value, "no such condition is known"));
        }
    }

    private void ReadAlways(string tag, string value)
    {
        if (value is "free" or "ticket")
        {
            terms.TryAdd(TermAttributes.Fee, value == "free" ? "no" : "yes");
        }
        else if (Forbidden.Contains(value) || Reserved.Contains(value))
        {
            terms.TryAdd(TermAttributes.Who, value);
        }
        else
        {
            notUnderstood.Add((tag, value, "no such condition is known"));
        }
    }

    private (string? Value, string? When) Split(string tag, string? text)
    {
        if (text is null || !text.Contains('@'))
        {
            return (text, null);
        }

        if (Conditional().Match(text) is { Success: true } match)
        {
            return (match.Groups[1].Value, match.Groups[2].Value);
        }

        notUnderstood.Add((tag, text, "'value @ (window)' was expected"));
        return (null, null);
    }

    /// <summary>
    /// Groups of one prohibition that name the same days are meant together, where the grammar would let the later replace
    /// the earlier: "Mo-Sa 06:00-09:00; Mo-Sa 14:00-18:00" forbids both. What only forbids is read as the wider.
    /// </summary>
    private static string Together(string when)
    {
        var together = SemiColon().Replace(when, ", ");
        return !when.Contains("off", StringComparison.OrdinalIgnoreCase) && Window.TryParse(together, out _, out _) ? together : when;
    }

    private void Put(string tag, string attribute, string text, string asWritten)
    {
        var problems = TermsReader.Read(AttributeSet.Of([new(attribute, text)])).Problems;
        if (problems.Count > 0)
        {
            notUnderstood.Add((tag, asWritten, problems[0].Message.En));
        }
        else
        {
            terms.TryAdd(attribute, text);
        }
    }

    [GeneratedRegex(@"^\s*([^@]*?)\s*@\s*\((.*)\)\s*$")]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\s*;\s*")]
    private static partial Regex SemiColon();
}
