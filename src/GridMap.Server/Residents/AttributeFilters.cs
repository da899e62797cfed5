using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Residents;

/// <summary>Conditions on the attributes of a kind, as parameters named like these: <c>&amp;accessible=true</c>.</summary>
internal static class AttributeFilters
{
    /// <summary>
    /// What must hold of a resource, by the parameters that the route itself does not have; none where there are none. An
    /// attribute that is unknown, cannot be filtered on or is asked for a value of another type is refused.
    /// </summary>
    public static IReadOnlyList<AttributeFilter> Read(
        CityMap map, string? kind, ParameterReader parameters, ParameterList accepted, DeploymentClock clock)
    {
        if (parameters.Others.Count == 0)
        {
            return [];
        }

        var attributes = Find(map, kind);
        return [.. parameters.Others.Select(o => Read(o.Key, o.Value, kind, attributes, parameters, accepted, clock))
            .OfType<AttributeFilter>()];
    }

    private static AttributeFilter? Read(
        string name,
        string text,
        string? kind,
        IReadOnlyList<AttributeDefinition> attributes,
        ParameterReader parameters,
        ParameterList accepted,
        DeploymentClock clock)
    {
        if (attributes.FirstOrDefault(a => a.Id == name) is not { Filterable: true } attribute)
        {
            var detail = kind is null
                ? "There is no such parameter; name a kind to filter on its attributes."
                : attributes.Any(a => a.Id == name)
                    ? $"The attribute of a {kind} cannot be filtered on."
                    : $"There is no such parameter, and a {kind} has no such attribute.";
            parameters.RefuseOther(
                name, detail, [.. accepted.Items.Select(static p => p.Name), .. ListFilterable(attributes)]);
            return null;
        }

        var filter = AttributeFilter.TryParse(attribute, text, asked => LocalTime(asked, clock));
        if (filter is null)
        {
            parameters.RefuseOther(
                name, $"'{(text.Length > 60 ? text[..60] + "…" : text)}' is not accepted.",
                AttributeFilter.Accepted(attribute.Type));
        }

        return filter;
    }

    private static IReadOnlyList<AttributeDefinition> Find(CityMap map, string? kind) =>
        map.Snapshot.Terms.FirstOrDefault(t => t.Vocabulary == Vocabulary.Kind && t.Code == kind)?.Attributes ?? [];

    private static IEnumerable<string> ListFilterable(IEnumerable<AttributeDefinition> attributes) =>
        attributes.Where(static a => a.Filterable).Select(static a => a.Id);

    private static DateTime? LocalTime(string text, DeploymentClock clock) =>
        text == "now" ? clock.Now.DateTime : clock.TryParse(text, out var instant) ? instant.DateTime : null;
}
