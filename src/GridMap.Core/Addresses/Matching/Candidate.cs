namespace GridMap.Core.Addresses.Matching;

/// <summary>What kind of thing a candidate is.</summary>
internal enum Found : byte
{
    /// <summary>An address, or what several addresses have in common.</summary>
    Row,

    /// <summary>A road.</summary>
    Road,

    /// <summary>An area: a community, a street.</summary>
    Area,

    /// <summary>A place known by name.</summary>
    Place,
}

/// <summary>A possible answer.</summary>
internal record struct Candidate
{
    /// <summary>What it is.</summary>
    public Found Kind;

    /// <summary>One of its rows; −1 for a place.</summary>
    public int Row;

    /// <summary>The slot from which on the row's numbers are not part of the answer.</summary>
    public int Cut;

    /// <summary>The name of an area or a place.</summary>
    public int Name;

    /// <summary>What speaks against it.</summary>
    public float Cost;

    /// <summary>The places in the text that it explains.</summary>
    public CharMask Explained;

    /// <summary>The numbers of the text that it explains, a bit for each.</summary>
    public ulong Numbers;

    /// <summary>Whether a number of the question is another one in the register.</summary>
    public bool Contradicts;

    /// <summary>Whether the answer stands for several rows and has none of its own.</summary>
    public bool IsGathered;
}

/// <summary>The cheapest candidates, one for each place.</summary>
internal sealed class CandidateSet(RowTable rows)
{
    private const int Most = 24;

    /// <summary>What costs that much more than the best is one in four hundred as likely, and not looked at.</summary>
    private const float Behind = 6;

    private readonly List<Candidate> items = new(Most + 1);

    /// <summary>The candidates; sorted once <see cref="Sort"/> was called.</summary>
    public List<Candidate> Items => items;

    /// <summary>No candidate that costs more is kept.</summary>
    public float Limit { get; private set; } = Costs.Most;

    /// <summary>Adds a candidate, unless it costs too much or is there more cheaply.</summary>
    public void Add(in Candidate candidate)
    {
        if (candidate.Cost > Limit)
        {
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (IsSame(items[i], candidate))
            {
                if (candidate.Cost < items[i].Cost)
                {
                    items[i] = candidate;
                }

                return;
            }
        }

        items.Add(candidate);
        Limit = Math.Min(Limit, candidate.Cost + Behind);
        if (items.Count > Most)
        {
            Sort();
            items.RemoveAt(Most);
            Limit = Math.Min(Limit, items[^1].Cost);
        }
    }

    /// <summary>Sorts by cost, then by row.</summary>
    public void Sort() => items.Sort(static (a, b) =>
        a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : (a.Kind, a.Row, a.Name, b.Cut).CompareTo((b.Kind, b.Row, b.Name, a.Cut)));

    /// <summary>Whether one is what another lies in: the building of a unit.</summary>
    public bool Holds(in Candidate outer, in Candidate inner) =>
        outer.Kind == Found.Row && inner.Kind == Found.Row && outer.Cut < inner.Cut
        && SamePath(rows[outer.Row], rows[inner.Row], outer.Cut);

    private bool IsSame(in Candidate a, in Candidate b) => a.Kind == b.Kind && a.Kind switch
    {
        Found.Place or Found.Area => a.Name == b.Name && a.Row == b.Row,
        Found.Road => rows[a.Row].Road == rows[b.Row].Road
            && rows.AreasOf(rows[a.Row]).SameDistrict(rows.AreasOf(rows[b.Row])),
        _ => a.Cut == b.Cut && rows[a.Row].Area == rows[b.Row].Area && SamePath(rows[a.Row], rows[b.Row], a.Cut),
    };

    private static bool SamePath(in AddressRow a, in AddressRow b, int cut)
    {
        if (a.Road != b.Road || a.Compound != b.Compound)
        {
            return false;
        }

        for (var slot = 0; slot < cut; slot++)
        {
            if (a.Numbers[slot] != b.Numbers[slot])
            {
                return false;
            }
        }

        return true;
    }
}
