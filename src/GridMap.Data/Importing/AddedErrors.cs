using System.Globalization;
using GridMap.Core;
using GridMap.Core.Checking;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;
using GridMap.Core.Reference;

namespace GridMap.Data.Importing;

/// <summary>The errors that a change set adds to the partitions that it touches.</summary>
internal static class AddedErrors
{
    private const int Shown = 3;

    /// <summary>The errors after it that were not there before; of an import that touches no partition none.</summary>
    public static IReadOnlyList<Finding> List(MapSnapshot before, ChangeSet changes)
    {
        if (changes.Partitions.IsEmpty && changes.Grids.IsEmpty && changes.Reference.IsEmpty)
        {
            return [];
        }

        var after = before.Plus(changes, new MapState(before.State.Revision + 1, before.State.Date), null);
        return [.. after.Partitions.Where(p => Touches(changes, before, p)).SelectMany(p => ListAdded(before, after, p.Code))];
    }

    /// <summary>How many of which rule, the first few places, and what to do.</summary>
    public static string Describe(IReadOnlyList<Finding> added)
    {
        var partitions = string.Join(", ", added.Select(static f => $"'{f.Partition}'").Distinct());
        var rules = added.CountBy(static f => f.Rule).Select(static r => $"{r.Value} {r.Key}");
        var places = added.Take(Shown).Select(Place);
        var more = added.Count > Shown ? " …" : "";
        return $"It would add {added.Count} {(added.Count == 1 ? "error" : "errors")} to the partition {partitions}: "
            + $"{string.Join(", ", rules)}. {string.Join("; ", places)}{more}. Correct the file, or take it as it is with "
            + "--accept-findings: the findings then stay with the state, and 'gridmap check' lists them.";
    }

    private static string Place(Finding finding)
    {
        var at = finding.Place is { IsEmpty: false } place ? place.EnvelopeInternal.Centre : null;
        var where = at is null ? "" : string.Create(CultureInfo.InvariantCulture, $" at {at.X:0.000000} {at.Y:0.000000}");
        return $"{finding.Rule} {string.Join(' ', finding.Grids)}{where}";
    }

    private static IEnumerable<Finding> ListAdded(MapSnapshot before, MapSnapshot after, string partition)
    {
        var errors = ListErrors(after, partition);
        if (errors.Count == 0)
        {
            return [];
        }

        var known = new KnownFindings(ListErrors(before, partition));
        return errors.Where(error => !known.Contains(error));
    }

    // A partition that has no leaf yet is not wrong: its outline may come before its grids.
    private static IReadOnlyList<Finding> ListErrors(MapSnapshot snapshot, string code) =>
        snapshot.Partitions.FirstOrDefault(p => p.Code == code) is { } partition
            && PartitionMap.Build(partition, snapshot.Grids) is { Leaves.Count: > 0 } map
            ? PartitionChecks.ListErrors(map, snapshot)
            : [];

    private static bool Touches(ChangeSet changes, MapSnapshot before, Partition partition) =>
        changes.Partitions.Put.Any(p => p.Code == partition.Code)
        || changes.Grids.Put.Any(g => g.Grid.Partition == partition.Code)
        || ListReplaced(before.Grids, changes.Grids).Any(g => g.Grid.Partition == partition.Code)
        || changes.Reference.Put.Any(IsFillRule)
        || ListReplaced(before.Reference, changes.Reference).Any(IsFillRule);

    /// <summary>Whether a feature says what a complete partition must fill.</summary>
    private static bool IsFillRule(ReferenceFeature feature) => feature.Layer is ReferenceLayers.Outline or ReferenceLayers.Gap;

    private static IEnumerable<T> ListReplaced<T>(IReadOnlyList<T> before, Changes<T> changes)
        where T : IMapItem<T>
    {
        if (changes.IsEmpty)
        {
            return [];
        }

        var ids = changes.Put.Select(static i => i.Id).Concat(changes.Retired).ToHashSet();
        return before.Where(item => ids.Contains(item.Id));
    }
}
