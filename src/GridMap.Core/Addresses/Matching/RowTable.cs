using System.Runtime.InteropServices;
using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Rows of one name that lie in one area and, for a compound, at one door: what an answer for the whole is made of.</summary>
/// <param name="Row">One of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Lon">The mean of their longitudes.</param>
/// <param name="Lat">The mean of their latitudes.</param>
internal readonly record struct Piece(int Row, int Count, double Lon, double Lat);

/// <summary>The rows of a register, by road and number, and by compound. Immutable.</summary>
internal sealed class RowTable
{
    private readonly AddressRow[] rows;
    private readonly AreaNames[] areas;
    private readonly int[] byCompound;
    private readonly int[] roadStarts;
    private readonly int[] compoundStarts;
    private readonly Piece[] roadPieces, compoundPieces, areaPieces;
    private readonly int[] roadPieceStarts, compoundPieceStarts, areaPieceStarts;

    private RowTable(AddressRow[] rows, AreaNames[] areas, IReadOnlyList<Address> items, int nameCount)
    {
        (this.rows, this.areas) = (rows, areas);
        Array.Sort(rows, ByRoad);
        roadStarts = Starts(nameCount, rows.Length, at => rows[at].Road);
        byCompound = [.. Enumerable.Range(0, rows.Length).Where(r => rows[r].Compound >= 0)];
        Array.Sort(byCompound, (a, b) => CompareCompounds(rows[a], rows[b]));
        compoundStarts = Starts(nameCount, byCompound.Length, at => rows[byCompound[at]].Compound);
        (roadPieces, roadPieceStarts) = Pieces(
            items, nameCount, Enumerable.Range(0, rows.Length).Where(r => rows[r].Road >= 0), r => rows[r].Road, static _ => default);
        (compoundPieces, compoundPieceStarts) = Pieces(
            items, nameCount, byCompound, r => rows[r].Compound, r => (rows[r].Road, rows[r].Numbers[0], rows[r].Numbers[1]));
        (areaPieces, areaPieceStarts) = AreaPieces(items, nameCount);
    }

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Length;

    /// <summary>Bytes that it holds.</summary>
    public long Bytes => (rows.LongLength * Marshal.SizeOf<AddressRow>()) + (areas.LongLength * 28) + (byCompound.LongLength * 4)
        + ((roadPieces.LongLength + compoundPieces.LongLength + areaPieces.LongLength) * 24) + (roadStarts.LongLength * 20);

    /// <summary>A row by its place.</summary>
    public ref readonly AddressRow this[int row] => ref rows[row];

    /// <summary>The rows in the order of roads and numbers.</summary>
    public static RowTable Build(AddressRow[] rows, AreaNames[] areas, IReadOnlyList<Address> items, int nameCount) =>
        new(rows, areas, items, nameCount);

    /// <summary>The names of the areas of a row.</summary>
    public ref readonly AreaNames AreasOf(in AddressRow row) => ref areas[row.Area];

    /// <summary>The first and the end of a road's rows.</summary>
    public (int From, int To) RoadRange(int road) => (roadStarts[road], roadStarts[road + 1]);

    /// <summary>The first and the end of a compound's places in <see cref="AtCompound"/>.</summary>
    public (int From, int To) CompoundRange(int compound) => (compoundStarts[compound], compoundStarts[compound + 1]);

    /// <summary>The row at a place of the order by compound, building, unit and room.</summary>
    public int AtCompound(int place) => byCompound[place];

    /// <summary>The rows of a road with a lane (or none) and a house number.</summary>
    public (int From, int To) DoorRange(int road, long lane, long door) => (Seek(road, lane, door), Seek(road, lane, door + 1));

    /// <summary>The first row of a road that is not before a lane and a house number.</summary>
    public int Seek(int road, long lane, long door)
    {
        var (from, to) = RoadRange(road);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            ref readonly var row = ref rows[middle];
            var isBefore = row.Numbers[(int)Slot.Lane] != lane
                ? row.Numbers[(int)Slot.Lane] < lane
                : row.Numbers[(int)Slot.Door] < door;
            (from, to) = isBefore ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    /// <summary>The rows of a compound with a building, as places of <see cref="AtCompound"/>.</summary>
    public (int From, int To) BuildingRange(int compound, long building) =>
        (SeekBuilding(compound, building), SeekBuilding(compound, building + 1));

    /// <summary>A road by areas.</summary>
    public ReadOnlySpan<Piece> RoadPieces(int road) => roadPieces.AsSpan(roadPieceStarts[road]..roadPieceStarts[road + 1]);

    /// <summary>A compound by areas and doors.</summary>
    public ReadOnlySpan<Piece> CompoundPieces(int compound) =>
        compoundPieces.AsSpan(compoundPieceStarts[compound]..compoundPieceStarts[compound + 1]);

    /// <summary>An area, by the wider areas that it lies in.</summary>
    public ReadOnlySpan<Piece> AreaPieces(int area) => areaPieces.AsSpan(areaPieceStarts[area]..areaPieceStarts[area + 1]);

    private static int ByRoad(AddressRow a, AddressRow b)
    {
        if (a.Road != b.Road)
        {
            return a.Road.CompareTo(b.Road);
        }

        for (var slot = 0; slot <= (int)Slot.Sub; slot++)
        {
            if (a.Numbers[slot] != b.Numbers[slot])
            {
                return a.Numbers[slot].CompareTo(b.Numbers[slot]);
            }
        }

        return a.Compound != b.Compound ? a.Compound.CompareTo(b.Compound) : CompareInside(a, b);
    }

    private static int CompareCompounds(in AddressRow a, in AddressRow b) =>
        a.Compound != b.Compound ? a.Compound.CompareTo(b.Compound) : CompareInside(a, b);

    private static int CompareInside(in AddressRow a, in AddressRow b)
    {
        for (var slot = (int)Slot.Building; slot < Markers.SlotCount; slot++)
        {
            if (a.Numbers[slot] != b.Numbers[slot])
            {
                return a.Numbers[slot].CompareTo(b.Numbers[slot]);
            }
        }

        return a.Item.CompareTo(b.Item);
    }

    private static int[] Starts(int names, int count, Func<int, int> nameAt)
    {
        var starts = new int[names + 1];
        for (int name = 0, at = 0; name <= names; name++)
        {
            while (at < count && nameAt(at) < name)
            {
                at++;
            }

            starts[name] = at;
        }

        return starts;
    }

    private int SeekBuilding(int compound, long building)
    {
        var (from, to) = CompoundRange(compound);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = rows[byCompound[middle]].Numbers[(int)Slot.Building] < building ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private (Piece[] Pieces, int[] Starts) Pieces(
        IReadOnlyList<Address> items, int names, IEnumerable<int> order, Func<int, int> nameOf, Func<int, (int, long, long)> placeOf)
    {
        var sums = new Dictionary<(int Name, int Area, (int, long, long) Place), Piece>();
        foreach (var row in order)
        {
            Sum(sums, (nameOf(row), rows[row].Area, placeOf(row)), row, items);
        }

        return Finish(sums.Select(static s => (s.Key.Name, s.Value)), names);
    }

    private (Piece[] Pieces, int[] Starts) AreaPieces(IReadOnlyList<Address> items, int names)
    {
        var byArea = new Dictionary<int, Piece>();
        for (var row = 0; row < rows.Length; row++)
        {
            Sum(byArea, rows[row].Area, row, items);
        }

        var sums = new Dictionary<(int Name, AreaNames Wider), Piece>();
        foreach (var (area, piece) in byArea)
        {
            var wider = AreaNames.None;
            for (var level = 0; level < NameWords.AreaLevels; level++)
            {
                var name = areas[area][level];
                if (name >= 0)
                {
                    wider[level] = name;
                    sums[(name, wider)] = sums.TryGetValue((name, wider), out var known) ? Plus(known, piece) : piece;
                }
            }
        }

        return Finish(sums.Select(static s => (s.Key.Name, s.Value)), names);
    }

    private void Sum<TKey>(Dictionary<TKey, Piece> sums, TKey key, int row, IReadOnlyList<Address> items)
        where TKey : notnull
    {
        var point = items[rows[row].Item].Point;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out var exists);
        var one = new Piece(row, 1, point.Lon, point.Lat);
        sum = exists ? Plus(sum, one) : one;
    }

    private static Piece Plus(in Piece a, in Piece b) =>
        new(Math.Min(a.Row, b.Row), a.Count + b.Count, Mean(a.Lon, a.Count, b.Lon, b.Count), Mean(a.Lat, a.Count, b.Lat, b.Count));

    private static double Mean(double a, int countA, double b, int countB) => a + ((b - a) * countB / (countA + countB));

    private static (Piece[] Pieces, int[] Starts) Finish(IEnumerable<(int Name, Piece Piece)> sums, int names)
    {
        var sorted = sums.OrderBy(static s => s.Name).ThenBy(static s => s.Piece.Row).ToArray();
        return (Array.ConvertAll(sorted, static s => s.Piece), Starts(names, sorted.Length, at => sorted[at].Name));
    }
}
