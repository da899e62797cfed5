using GridMap.Core.Addresses.Texts;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Which candidates exclude each other: of such the likelier takes from the certainty of the other.</summary>
internal sealed class Rivalry(
    IReadOnlyList<Address> items, NameTable names, RowTable rows, PlaceTable places, CandidateSet found)
{
    private const double OnePlaceMetres = 150, OneCompoundMetres = 400;

    /// <summary>Whether two candidates exclude each other: not a building and its unit, nor two rows of one place.</summary>
    public bool IsRival(Candidate a, Candidate b)
    {
        if (found.Holds(a, b) || found.Holds(b, a))
        {
            return false;
        }

        if (a.Kind == Found.Place || b.Kind == Found.Place)
        {
            return a.Kind == b.Kind
                ? Metres(places[a.Row].Point, places[b.Row].Point) > OnePlaceMetres
                : !IsSameCompound(a, b);
        }

        if (a.Kind == Found.Row && b.Kind == Found.Row && a.Cut == b.Cut)
        {
            ref readonly var rowA = ref rows[a.Row];
            ref readonly var rowB = ref rows[b.Row];
            var metres = Metres(PointOf(rowA), PointOf(rowB));
            return !(SameNumbers(rowA, rowB, a.Cut) && (rowA.Road == rowB.Road && rowA.Compound == rowB.Compound
                ? metres <= OnePlaceMetres
                : rowA.Compound == rowB.Compound && rowA.Compound >= 0 && a.Cut <= (int)Slot.Building && metres <= OneCompoundMetres));
        }

        return !(a.Kind == Found.Road && b.Kind == Found.Row && rows[a.Row].Road == rows[b.Row].Road && a.Cost > b.Cost)
            && !(b.Kind == Found.Road && a.Kind == Found.Row && rows[a.Row].Road == rows[b.Row].Road && b.Cost > a.Cost);
    }

    /// <summary>Whether one is the area of a compound and the other its addresses.</summary>
    private bool IsSameCompound(in Candidate a, in Candidate b)
    {
        var (place, row) = a.Kind == Found.Place ? (places[a.Row], b) : (places[b.Row], a);
        if (place.Precision != AddressPrecision.Compound || row.Kind != Found.Row || rows[row.Row].Compound < 0)
        {
            return false;
        }

        var compound = rows[row.Row];
        return names[compound.Compound].Form.Key == AddressText.KeyOf(place.Names[0])
            && Metres(place.Point, PointOf(compound)) < 2 * OneCompoundMetres;
    }

    private static bool SameNumbers(in AddressRow a, in AddressRow b, int cut)
    {
        var from = a.Compound >= 0 && a.Compound == b.Compound ? (int)Slot.Building : 0;
        for (var slot = from; slot < cut; slot++)
        {
            if (a.Numbers[slot] != b.Numbers[slot])
            {
                return false;
            }
        }

        return true;
    }

    private LonLat PointOf(in AddressRow row) => items[row.Item].Point;

    private static double Metres(LonLat a, LonLat b) => Geodesic.Distance(a, b);
}
