using System.Globalization;
using GridMap.Core;
using GridMap.Core.Reach;
using GridMap.Data.Exchange.Exporting;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Answers;

/// <summary>What lacks in a grid or a compound.</summary>
/// <param name="Area"><c>grid</c> or <c>compound</c>.</param>
/// <param name="Code">The grid's code; the compound's <c>source/id</c>.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Kind">The id of the kind that was asked about.</param>
/// <param name="Metres">Within how many metres, in a straight line.</param>
/// <param name="Households">Its households; null where not known.</param>
/// <param name="HouseholdsWithout">Those that have none in reach; null where not known.</param>
/// <param name="Share">Those without, of all, 0 to 1; null where not known or where nobody lives there.</param>
/// <param name="Dwellings">The dwellings that count for it.</param>
/// <param name="DwellingsWithout">Those that have none in reach.</param>
/// <param name="Estimated">Whether the households are a stated total, spread over the addresses.</param>
public sealed record ShortfallProperties(
    string Area,
    string Code,
    string? Name,
    string Kind,
    double Metres,
    long? Households,
    long? HouseholdsWithout,
    double? Share,
    int Dwellings,
    int DwellingsWithout,
    bool Estimated);

/// <summary>Shapes what lacks.</summary>
public static class ShortfallAnswers
{
    /// <summary>Grids first, then compounds, each by code; what lacks nothing is there too.</summary>
    /// <param name="map">The map that answered.</param>
    /// <param name="shortfall">What it answered.</param>
    /// <param name="kind">What was asked about.</param>
    /// <param name="metres">Within how many metres.</param>
    /// <param name="areaOf">The area of a grid by internal id; null where it has none.</param>
    public static FeatureCollectionJson<ShortfallProperties> ToJson(
        CityMap map, Shortfall shortfall, string kind, double metres, Func<long, Geometry?> areaOf)
    {
        var grids = shortfall.Grids.Select(g => new FeatureJson<ShortfallProperties>(
            $"grid/{g.Grid.Code}", areaOf(g.Grid.Id), Of("grid", g.Grid.Code, g.Grid.Name, g.Count)));
        var compounds = shortfall.Compounds.Select(c => new FeatureJson<ShortfallProperties>(
            $"compound/{c.Compound.SourceKey}",
            c.Compound.Shape,
            Of("compound", c.Compound.SourceKey.ToString(), c.Compound.Name, c.Count)));
        return new(StateText.Of(map.State), [.. grids, .. compounds]);

        ShortfallProperties Of(string area, string code, string? name, ShortfallCount count) => new(
            area,
            code,
            name,
            kind,
            metres,
            count.Households,
            count.HouseholdsWithout,
            count is { Households: > 0, HouseholdsWithout: { } without }
                ? Rounded.Share((double)without / count.Households.Value)
                : null,
            count.Dwellings,
            count.DwellingsWithout,
            count.IsEstimated);
    }

    /// <summary>The same as CSV (RFC 4180) with a header and without shapes, in the order of the features.</summary>
    public static string ToCsv(FeatureCollectionJson<ShortfallProperties> answer)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CsvExport.Write(text, new TableBuilder<ShortfallProperties>()
            .Plain("area", static p => p.Area)
            .Plain("code", static p => p.Code)
            .Plain("name", static p => p.Name)
            .Plain("kind", static p => p.Kind)
            .Plain("metres", static p => Number(p.Metres))
            .Plain("households", static p => $"{p.Households}")
            .Plain("households_without", static p => $"{p.HouseholdsWithout}")
            .Plain("share", static p => Number(p.Share))
            .Plain("dwellings", static p => $"{p.Dwellings}")
            .Plain("dwellings_without", static p => $"{p.DwellingsWithout}")
            .Plain("estimated", static p => p.Estimated ? "true" : "false")
            .Build("shortfall", [.. answer.Features.Select(static f => f.Properties)], null));
        return text.ToString();
    }

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
