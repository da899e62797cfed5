using GridMap.Core.Addresses.Texts;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Where a house number would stand that the register does not have: between its neighbours on the same side.</summary>
internal static class Neighbours
{
    /// <summary>Neighbours farther apart say nothing about what lies between, in numbers and in metres.</summary>
    private const int MostNumbers = 60, MostMetres = 1200;

    private const int MostSteps = 400;

    /// <summary>The position and the distance between the neighbours; null where there are not two.</summary>
    /// <remarks>
    /// Even and odd numbers stand across from each other, unless on this road consecutive ones stand side by side (numbering
    /// up one side and down the other), which the distances between the neighbours tell.
    /// </remarks>
    public static (LonLat Point, double Metres)? Find(RowTable rows, IReadOnlyList<Address> items, int row, long lane, int number)
    {
        ref readonly var road = ref rows[row];
        var sameSide = Find(rows, items, road, lane, number, step: 2);
        var nextTo = Find(rows, items, road, lane, number, step: 1);
        return sameSide is not { } side ? null
            : nextTo is { } next && next.Gap == 2 && side.Gap >= 4 && next.Metres < 0.75 * side.Metres && IsStraight(side, next)
                ? (next.Point, next.Metres)
            : (side.Point, side.Metres);
    }

    // Consecutive numbering puts n-1 and n+1 between n-2 and n+2, on the line; numbering by sides puts them across.
    private static bool IsStraight(in Pair side, in Pair next) =>
        Math.Abs(Metres(side.Below, next.Below) + Metres(next.Below, next.Above) + Metres(next.Above, side.Above) - side.Metres)
        < 0.05 * side.Metres;

    private static Pair? Find(
        RowTable rows, IReadOnlyList<Address> items, in AddressRow road, long lane, int number, int step)
    {
        var middle = rows.Seek(road.Road, lane, NumberKeys.Of(number, 0));
        if (Walk(rows, road, lane, number, middle - 1, -1, step) is not { } below
            || Walk(rows, road, lane, number, middle, 1, step) is not { } above)
        {
            return null;
        }

        var (a, b) = (NumberOf(rows[below]), NumberOf(rows[above]));
        var (from, to) = (items[rows[below].Item].Point, items[rows[above].Item].Point);
        var metres = Metres(from, to);
        var share = (double)(number - a) / (b - a);
        var point = new LonLat(from.Lon + ((to.Lon - from.Lon) * share), from.Lat + ((to.Lat - from.Lat) * share));
        return b - a > MostNumbers || metres > MostMetres
            ? null
            : new Pair(LatticePoint.From(point).ToLonLat(), metres, b - a, from, to);
    }

    private static int? Walk(
        RowTable rows, in AddressRow road, long lane, int number, int row, int direction, int step)
    {
        var (from, to) = rows.RoadRange(road.Road);
        for (var steps = 0; row >= from && row < to && steps < MostSteps; row += direction, steps++)
        {
            ref readonly var r = ref rows[row];
            if (r.Numbers[(int)Slot.Lane] != lane)
            {
                return null;
            }

            var other = NumberOf(r);
            if (other > 0 && other != number && (other - number) % step == 0
                && rows.AreasOf(r).SameDistrict(rows.AreasOf(road)))
            {
                return row;
            }
        }

        return null;
    }

    private static int NumberOf(in AddressRow row) => NumberKeys.BaseOf(row.Numbers[(int)Slot.Door]);

    private static double Metres(LonLat a, LonLat b) => Geodesic.Distance(a, b);

    private readonly record struct Pair(LonLat Point, double Metres, int Gap, LonLat Below, LonLat Above);
}
