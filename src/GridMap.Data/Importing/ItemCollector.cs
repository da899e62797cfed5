using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Spooling;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing;

/// <summary>
/// Compares the items of a file with those that are there, by key: only what is new or says something else is put.
/// Of two rows with one key the first is taken: the second is a duplicate where it says the same, else refused.
/// </summary>
/// <remarks>What is put is spooled: of a new item memory keeps a hash of its key and its place, some twenty bytes.</remarks>
internal sealed class ItemCollector<T>
    where T : class, IMapItem<T>
{
    private readonly ImportRun run;
    private readonly Dictionary<string, T> known;
    private readonly SpooledItems<T> put;

    /// <summary>The known items that rows have named, by id.</summary>
    private readonly Dictionary<long, Taken> again = [];

    /// <summary>The new items, by their keys.</summary>
    private readonly PlacesByHash fresh = new();

    /// <summary>A collector over the items that are there.</summary>
    public ItemCollector(ImportRun run, ItemTable<T> table, IReadOnlyList<T> before)
    {
        this.run = run;
        put = run.NewSpool(table);
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
        var old = FindKnown(key);
        if (FindTaken(key, old) is var (other, otherRow))
        {
            ReportTwin(row, item, other, otherRow);
            return;
        }

        var (_, place) = Settle(item, old, row.Number);
        if (old is null)
        {
            run.Report.New++;
            fresh.Add(key.GetHashCode(), place!.Value);
            return;
        }

        run.Report.Changed += place is null ? 0 : 1;
        run.Report.Unchanged += place is null ? 1 : 0;
        again.Add(old.Id, new Taken(row.Number, place));
    }

    /// <summary>Takes an item that rows imply (a person, an upper grid): it is put, and counts for no row.</summary>
    public T TakeImplied(T item) => Settle(item, FindKnown(item.Key), 0).Item;

    /// <summary>What changes.</summary>
    /// <param name="isMissing">Which items retire where the file has them no more; null: none.</param>
    public Changes<T> ToChanges(Func<T, bool>? isMissing = null)
    {
        var retired = isMissing is null
            ? []
            : known.Values.Where(i => !again.ContainsKey(i.Id) && isMissing(i)).Select(i => i.Id).Order().ToList();
        run.Report.Retired += retired.Count;
        return new Changes<T>(put, retired);
    }

    /// <summary>The item as it is from now on, and its place among those that are put; null: it was there as it is.</summary>
    private (T Item, long? Place) Settle(T item, T? old, long row)
    {
        if (old?.SameContent(item) == true)
        {
            return (old, null);
        }

        var settled = item.WithId(old?.Id ?? run.NewId());
        return (settled, put.Add(settled, row));
    }

    /// <summary>The item that a row before took under that key, with the row's number; null: none did.</summary>
    private (T Item, long Row)? FindTaken(string key, T? old)
    {
        if (old is not null)
        {
            return !again.TryGetValue(old.Id, out var taken) ? null : taken.Place is { } place ? put.At(place) : (old, taken.Row);
        }

        foreach (var place in fresh.List(key.GetHashCode()))
        {
            if (put.At(place) is var found && found.Item.Key == key)
            {
                return found;
            }
        }

        return null;
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

    /// <summary>What became of a known item that a row named.</summary>
    /// <param name="Row">The row's number.</param>
    /// <param name="Place">Its new version's place among those that are put; null: it says the same.</param>
    private readonly record struct Taken(long Row, long? Place);
}
