namespace GridMap.Tests.Shared.Stores;

/// <summary>
/// Bitemporal history as a stupid table: for each revision a whole copy of which name each item has on each day. The
/// last day stands for all days after it. Names must be unique by write, so that a new name is a new version.
/// </summary>
public sealed class StupidHistory(int items, int days)
{
    private readonly List<string?[,]> revisions = [new string?[items, days]];

    public int LastRevision => revisions.Count - 1;

    private string?[,] Last => revisions[^1];

    /// <summary>Why a store must refuse the write: null when it must not.</summary>
    public string? Refusal(int item, int day, bool retire)
    {
        for (var d = day + 1; d < days; d++)
        {
            if (Last[item, d] is { } name && name != Last[item, d - 1])
            {
                return "scheduled";
            }
        }

        return retire && Last[item, day] is null ? "not in force" : null;
    }

    /// <summary>Records a revision.</summary>
    public void Write(int day, IEnumerable<(int Item, string? Name)> changes)
    {
        var next = (string?[,])Last.Clone();
        foreach (var (item, name) in changes)
        {
            // Up to where what is in force then ends already; a gap is filled to the end of time.
            var wasInForce = Last[item, day] is not null;
            for (var d = day; d < days && (!wasInForce || Last[item, d] is not null); d++)
            {
                next[item, d] = name;
            }
        }

        revisions.Add(next);
    }

    /// <summary>What is in force, as <c>item=name</c>, and the next day on which that changes.</summary>
    public string State(int revision, int day)
    {
        var known = revisions[revision];
        var inForce = Enumerable.Range(0, items).Where(i => known[i, day] is not null).Select(i => $"{i}={known[i, day]}");
        var next = Enumerable.Range(day + 1, days - day - 1)
            .Where(d => Enumerable.Range(0, items).Any(i => known[i, d] != known[i, d - 1]))
            .Select(static d => (int?)d)
            .FirstOrDefault();
        return $"{string.Join(" ", inForce)} until {next}";
    }
}
