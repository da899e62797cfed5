using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Locating;
using GridMap.Core.Spatial;

namespace GridMap.Data.Answers;

/// <summary>
/// Writes answers to locate questions: what they say of a leaf is encoded once and kept, and figures are put into it. What is
/// rare (duties, stations, an address, an assigned grid) goes by way of the records.
/// </summary>
public static class LocatePieces
{
    private const int LatticeDecimals = 9;
    private const int KeptStates = 1 << 4;
    private const int KeptPartitions = 1 << 8;

    // More than a district has leaves.
    private const int KeptLeaves = 1 << 14;

    private static readonly LocateQuery Plain = new() { Point = default, At = default };

    private static readonly CutJson Share = CutJson.Of(new ShareJson("", 1), "code", "share");

    private static readonly CutJson Position = CutJson.Of(new PointJson(0, 0), "lon", "lat");

    private static readonly RecentParts<string, CutJson> Roots = new(KeptStates, static state =>
        CutJson.Of(new LocateJson(state, new PointJson(0, 0), []), "point", "results"));

    private static readonly RecentParts<Grid, byte[]> Codes = new(KeptLeaves, static grid =>
        CutJson.PartOf(new ShareJson(grid.Code, 1), "code"));

    // By the path, which a partition makes once for each leaf.
    private static readonly RecentParts<IReadOnlyList<Grid>, PartitionAnswer, CutJson> Inside = new(KeptLeaves, static answer =>
        CutJson.Of(answer.ToJson(Plain), "certainty", "border.distance", "neighbour", "grids"));

    private static readonly RecentParts<Partition, PartitionAnswer, CutJson> Outside = new(KeptPartitions, static answer =>
        CutJson.Of(answer.ToJson(Plain), "grids", "nearest.code", "distance"));

    /// <summary>Writes an answer, as the JSON of <see cref="LocateAnswers.ToJson(LocateAnswer, LocateQuery)"/> is.</summary>
    public static void Write(AnswerBuffer to, LocateAnswer answer, LocateQuery query)
    {
        if (answer.Address is not null)
        {
            to.Json(answer.ToJson(query));
            return;
        }

        var root = Roots.Of(StateText.Of(answer.State));
        to.Raw(root[0]);
        Write(to, answer.Point);
        to.Raw(root[1]);
        to.List(answer.Results, query, static (to, partition, query) => Write(to, partition, query));
        to.Raw(root[2]);
    }

    /// <summary>Writes a position as <see cref="PointJson"/> is.</summary>
    internal static void Write(AnswerBuffer to, LonLat point)
    {
        to.Raw(Position[0]);
        to.Decimal(point.Lon, LatticeDecimals);
        to.Raw(Position[1]);
        to.Decimal(point.Lat, LatticeDecimals);
        to.Raw(Position[2]);
    }

    /// <summary>The code of a grid as JSON.</summary>
    internal static byte[] CodeOf(Grid grid) => Codes.Of(grid);

    private static void Write(AnswerBuffer to, PartitionAnswer answer, LocateQuery query)
    {
        switch (answer)
        {
            case { IsAssigned: true }:
            case var _ when query.IncludeDuties || query.IncludeStations:
                to.Json(answer.ToJson(query));
                break;
            case { Inside: true, Border: { } border }:
                WriteInside(to, answer, border);
                break;
            case { Inside: false, Nearest: { } nearest }:
                WriteOutside(to, answer, nearest);
                break;
            default:
                to.Json(answer.ToJson(query));
                break;
        }
    }

    private static void WriteInside(AnswerBuffer to, PartitionAnswer answer, BorderAnswer border)
    {
        var leaf = Inside.Of(answer.Path, answer);
        to.Raw(leaf[0]);
        to.Word(Words.Of(answer.Certainty));
        to.Raw(leaf[1]);
        to.Metres(border.DistanceMetres);
        to.Raw(leaf[2]);
        to.Raw(border.Neighbour is { } neighbour ? CodeOf(neighbour) : "null"u8);
        to.Raw(leaf[3]);
        WriteShares(to, answer.Grids);
        to.Raw(leaf[4]);
    }

    private static void WriteOutside(AnswerBuffer to, PartitionAnswer answer, NearestGrid nearest)
    {
        var partition = Outside.Of(answer.Partition, answer);
        to.Raw(partition[0]);
        WriteShares(to, answer.Grids);
        to.Raw(partition[1]);
        to.Raw(CodeOf(nearest.Grid));
        to.Raw(partition[2]);
        to.Metres(nearest.DistanceMetres);
        to.Raw(partition[3]);
    }

    private static void WriteShares(AnswerBuffer to, IReadOnlyList<GridShare> shares) =>
        to.List(shares, Share, static (to, share, pieces) =>
        {
            to.Raw(pieces[0]);
            to.Raw(CodeOf(share.Grid));
            to.Raw(pieces[1]);
            to.Decimal(Rounded.Share(share.Share), Rounded.ShareDecimals);
            to.Raw(pieces[2]);
        });
}
