using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>
/// Compares the items of a file with those that are there, by key: only what is new or says something else is put.
/// Of two rows with one key the first is taken: the second is a duplicate where it says the same, else refused.
/// </summary>
internal sealed class ItemCollector<T>
    where T : class, IMapItem<T>
{
    private readonly ImportRun run;
    private readonly Dictionary<string, T> known;
    private readonly Dictionary<string, (T Item, long Row)> seen = [];
    private readonly List<T> put = [];

    /// <summary>A collector over the items that are there.</summary>
    public ItemCollector(ImportRun run, IReadOnlyList<T> before)
    {
        this.run = run;
        known = new Dictionary<string, T>(before.Count);
        foreach (var item in before)
        {
            known[item.Key] = item;
        }
    }

    /// <summary>The item of that key before the import, or null.</summary>
    public T? FindKnown(string key) => known.GetValueOrDefault(key);

    /// <summary>Takes a row's item, whose own id does not count.</summary>
    public void Take(SourceRow row, T item)
    {
        var key = item.Key;
        if (seen.TryGetValue(key, out var other))
        {
            ReportTwin(row, item, other.Item, other.Row);
            return;
        }

        seen[key] = (Put(item), row.Number);
    }

    /// <summary>Takes an item that rows imply (a person, an upper grid): it is put, and counts for no row.</summary>
    public T TakeImplied(T item) => Settle(item, out _);

    /// <summary>What changes.</summary>
    /// <param name="isMissing">Which items retire where the file has them no more; null: none.</param>
    public Changes<T> ToChanges(Func<T, bool>? isMissing = null)
    {
        var retired = isMissing is null
            ? []
            : known.Values.Where(i => !seen.ContainsKey(i.Key) && isMissing(i)).Select(i => i.Id).Order().ToList();
        run.Report.Retired += retired.Count;
        put.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return new Changes<T>(put, retired);
    }

    private T Put(T item)
    {
        var settled = Settle(item, out var fate);
        run.Report.New += fate == Fate.New ? 1 : 0;
        run.Report.Changed += fate == Fate.Changed ? 1 : 0;
        run.Report.Unchanged += fate == Fate.Unchanged ? 1 : 0;
        return settled;
    }

    private T Settle(T item, out Fate fate)
    {
        var old = known.GetValueOrDefault(item.Key);
        fate = old is null ? Fate.New : old.SameContent(item) ? Fate.Unchanged : Fate.Changed;
        if (fate == Fate.Unchanged)
        {
            return old!;
        }

        var settled = item.WithId(old?.Id ?? run.NewId());
        put.Add(settled);
        return settled;
    }

    private void ReportTwin(SourceRow row, T item, T other, long otherRow)
    {
        if (item.SameContent(other))
        {
            run.Report.Duplicate(new RowProblem(
                row.Number, "duplicate", item.Key, $"Row {otherRow} says the same; one item stands for both."));
            return;
        }

        run.Refuse(row, "duplicate-id", item.Key, $"Row {otherRow} has the same id and says something else; row "
            + $"{otherRow} is taken. Name a unique field with --id, or leave --id out.");
    }

    private enum Fate
    {
        New,
        Changed,
        Unchanged,
    }
}
