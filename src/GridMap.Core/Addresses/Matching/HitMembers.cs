using GridMap.Core.Addresses.Texts;
using GridMap.Core.Spatial;

namespace GridMap.Core.Addresses.Matching;

/// <summary>The addresses that an answer stands for, where it is more than one.</summary>
internal sealed class HitMembers(IReadOnlyList<Address> items, RowTable rows, CandidateSet found)
{
    private const int MostMembers = 20_000;

    /// <summary>The addresses below an answer, in the order of the register's items.</summary>
    public List<Address> ListBelow(in Candidate candidate)
    {
        var row = rows[candidate.Row];
        var members = new List<Address>();
        var byCompound = row.Compound >= 0;
        var (from, to) = byCompound ? rows.CompoundRange(row.Compound)
            : rows.DoorRange(row.Road, row.Numbers[(int)Slot.Lane], row.Numbers[(int)Slot.Door]);
        for (var at = from; at < to && members.Count < MostMembers; at++)
        {
            var other = byCompound ? rows.AtCompound(at) : at;
            var one = candidate with { Row = other, Cut = Markers.SlotCount };
            if (other == candidate.Row || found.Holds(candidate, one))
            {
                members.Add(items[rows[other].Item]);
            }
        }

        return members;
    }

    /// <summary>The addresses of a road in one district.</summary>
    public List<Address> ListRoad(in AddressRow road)
    {
        var members = new List<Address>();
        var (from, to) = rows.RoadRange(road.Road);
        for (var row = from; row < to && members.Count < MostMembers; row++)
        {
            if (rows.AreasOf(rows[row]).SameDistrict(rows.AreasOf(road)))
            {
                members.Add(items[rows[row].Item]);
            }
        }

        return members;
    }

    /// <summary>The addresses inside an area, by a row that lies in it.</summary>
    public List<Address> ListArea(int area, in AddressRow sample)
    {
        var members = new List<Address>();
        for (var row = 0; row < rows.Count && members.Count < MostMembers; row++)
        {
            if (IsInside(rows.AreasOf(rows[row]), rows.AreasOf(sample), area))
            {
                members.Add(items[rows[row].Item]);
            }
        }

        return members;
    }

    /// <summary>The address nearest to the mean of all, so that the answer is a place that there is.</summary>
    public static LonLat Middle(List<Address> members)
    {
        var (lon, lat) = (members.Average(static m => m.Point.Lon), members.Average(static m => m.Point.Lat));
        return members.MinBy(m => Math.Pow((m.Point.Lon - lon) * Math.Cos(lat * Math.PI / 180), 2) + Math.Pow(m.Point.Lat - lat, 2))!
            .Point;
    }

    private static bool IsInside(in AreaNames areas, in AreaNames sample, int area)
    {
        for (var level = 0; level < NameWords.AreaLevels; level++)
        {
            if (areas[level] != sample[level])
            {
                return false;
            }

            if (areas[level] == area)
            {
                return true;
            }
        }

        return false;
    }
}
