using GridMap.Core.Duties;
using GridMap.Core.Locating;
using GridMap.Core.Resources;

namespace GridMap.Data.Answers;

/// <summary>Shapes the answers of Core to locate questions.</summary>
public static class LocateAnswers
{
    /// <summary>The answer as it is written. Duties and stations are absent unless the question asked for them.</summary>
    public static LocateJson ToJson(this LocateAnswer answer, LocateQuery query) => new(
        StateText.Of(answer.State),
        new PointJson(answer.Point.Lon, answer.Point.Lat),
        [.. answer.Results.Select(r => r.ToJson(query))])
    {
        Address = answer.Address is { } near ? near.ToJson() : null,
    };

    /// <summary>The answer of one partition.</summary>
    internal static PartitionJson ToJson(this PartitionAnswer answer, LocateQuery query) => new()
    {
        Partition = answer.Partition.Code,
        Inside = answer.Inside,
        Certainty = Words.Of(answer.Certainty),
        Grid = answer.Grid is { } leaf ? new GridJson(leaf.Code, leaf.Name, leaf.Level, Words.Of(leaf.Category), leaf.Subtype) : null,
        Assigned = answer.IsAssigned,
        ByPosition = answer.ByPosition?.Code,
        Path = [.. answer.Path.Select(g => new PathJson(g.Code, g.Name, g.Level))],
        Border = answer.Border is { } b ? new BorderJson(Rounded.Metres(b.DistanceMetres), b.Neighbour?.Code) : null,
        Grids = [.. answer.Grids.Select(s => new ShareJson(s.Grid.Code, Rounded.Share(s.Share)))],
        Nearest = answer.Nearest is { } n ? new NearestGridJson(n.Grid.Code, Rounded.Metres(n.DistanceMetres)) : null,
        Duties = query.IncludeDuties ? [.. answer.Duties.Select(ToJson)] : null,
        Stations = query.IncludeStations ? [.. answer.Stations.Select(ToJson)] : null,
    };

    private static DutyJson ToJson(DutyAnswer answer)
    {
        var (holder, phone) = answer.Duty.Holder switch
        {
            DutyHolder.OfPerson => (answer.Person?.Name, answer.Person?.Phones),
            DutyHolder.OfOrganisation o => (o.Name, o.Phone),
            _ => (null, null),
        };
        return new DutyJson(
            answer.Grid.Code,
            answer.Duty.Role,
            Words.Of(answer.Duty.Chain),
            answer.Duty.Order,
            holder,
            phone,
            answer.Duty.IsDeputy,
            answer.OnCall);
    }

    private static StationJson ToJson(StationAnswer answer)
    {
        var place = answer.Station.Gates is [var gate, ..] ? gate : ResourcePlace.Of(answer.Station.Shape).ToLonLat();
        return new StationJson(
            answer.Station.Key,
            answer.Station.Kind,
            answer.Station.Name,
            answer.Grid.Code,
            Rounded.Metres(answer.DistanceMetres),
            place.Lon,
            place.Lat,
            answer.Station.Attributes);
    }
}
