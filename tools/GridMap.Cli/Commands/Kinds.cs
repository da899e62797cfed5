using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Resources;

namespace GridMap.Cli.Commands;

/// <summary>Kinds by the id that <c>--kind</c> names, and conditions on their attributes.</summary>
internal static class Kinds
{
    /// <summary>Requires a kind to be in the vocabulary or in use.</summary>
    /// <exception cref="UsageException">It is not; the message lists those that are.</exception>
    public static void Require(MapSnapshot snapshot, string kind)
    {
        var kinds = snapshot.Resources.Select(static r => r.Kind)
            .Union(snapshot.Terms.Where(static t => t.Vocabulary == Vocabulary.Kind).Select(static t => t.Code))
            .Order(StringComparer.Ordinal).ToArray();
        if (!kinds.Contains(kind))
        {
            throw new UsageException(kinds.Length == 0
                ? "The store has no resources. Import some: gridmap import resources --help"
                : $"--kind '{kind}' is not known here. Known: {string.Join(", ", kinds)}.");
        }
    }

    /// <summary>What <c>attribute=value</c> pairs ask of a resource of a kind.</summary>
    /// <exception cref="UsageException">The kind has no such attribute to filter on, or the value is of another type.</exception>
    public static IReadOnlyList<AttributeFilter> Filters(
        MapSnapshot snapshot, string kind, string option, IReadOnlyList<string> pairs, Func<string, DateTime?> localTime) =>
        [.. pairs.Select(pair => Filter(snapshot, kind, option, pair, localTime))];

    private static AttributeFilter Filter(
        MapSnapshot snapshot, string kind, string option, string pair, Func<string, DateTime?> localTime)
    {
        var attributes = snapshot.Terms.FirstOrDefault(t => t.Vocabulary == Vocabulary.Kind && t.Code == kind)?.Attributes ?? [];
        var equals = pair.IndexOf('=');
        var id = equals < 0 ? pair : pair[..equals];
        if (equals < 0 || attributes.FirstOrDefault(a => a.Id == id) is not { Filterable: true } attribute)
        {
            var known = attributes.Where(static a => a.Filterable).Select(static a => a.Id).ToArray();
            throw new UsageException($"{option} takes ATTRIBUTE=VALUE; '{pair}' is none of a {kind}. Attributes to filter on: "
                + $"{(known.Length == 0 ? "none" : string.Join(", ", known))}.");
        }

        return AttributeFilter.TryParse(attribute, pair[(equals + 1)..], localTime) ?? throw new UsageException(
            $"{option} {pair}: accepted is {AttributeFilter.Accepted(attribute.Type)}.");
    }
}
