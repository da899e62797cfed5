using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>
/// The names in one text, to look for any part of them. Looking through it all takes less time than a table of parts would
/// save: the names of a million addresses are some hundred thousand characters.
/// </summary>
internal sealed class Completions
{
    private const char Between = '\n';

    private readonly string text;
    private readonly int[] starts;
    private readonly int[] names;

    private Completions(string text, int[] starts, int[] names) => (this.text, this.starts, this.names) = (text, starts, names);

    /// <summary>Bytes that it holds.</summary>
    public long Bytes => (text.Length * 2L) + (starts.LongLength * 8);

    /// <summary>Writes the names one after another: roads, compounds, places, areas; short ones first.</summary>
    public static Completions Build(NameTable table)
    {
        var order = Enumerable.Range(0, table.Count)
            .Where(n => table[n].Level is not NameLevel.Postcode)
            .OrderBy(n => Rank(table[n].Level)).ThenBy(n => table[n].Form.Key.Length).ThenBy(n => table[n].Form.Key, StringComparer.Ordinal)
            .ToArray();
        var (all, starts) = (new System.Text.StringBuilder(), new int[order.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            starts[i] = all.Append(Between).Length;
            all.Append(table[order[i]].Form.Key);
        }

        return new(all.Append(Between).ToString(), starts, order);
    }

    /// <summary>The names that begin with a folded text, then those that hold it elsewhere; each once.</summary>
    public List<int> Find(string part, int limit)
    {
        var found = new List<int>();
        var seen = new HashSet<int>();
        Find(Between + part, 1, limit, found, seen);
        Find(part, 0, limit, found, seen);
        return found;
    }

    private void Find(string part, int offset, int limit, List<int> found, HashSet<int> seen)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0 && found.Count < limit;
            at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var place = Array.BinarySearch(starts, at + offset);
            var name = names[place >= 0 ? place : ~place - 1];
            if (seen.Add(name))
            {
                found.Add(name);
            }
        }
    }

    private static int Rank(NameLevel level) => level switch
    {
        NameLevel.Road => 0,
        NameLevel.Compound => 1,
        NameLevel.Place => 2,
        _ => 3,
    };
}
