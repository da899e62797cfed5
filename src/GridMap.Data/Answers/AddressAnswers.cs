using GridMap.Core.Addresses;
using GridMap.Core.History;
using GridMap.Core.Locating;

namespace GridMap.Data.Answers;

/// <summary>Shapes the answers of Core to questions for addresses.</summary>
public static class AddressAnswers
{
    /// <summary>The answer as it is written. Duties and stations are absent unless the question asked for them.</summary>
    public static AddressJson ToJson(this AddressAnswer answer, AddressQuery query) => new(
        answer.State.ToString(), answer.Query, [.. answer.Candidates.Select(c => ToJson(c, query))]);

    /// <summary>Completions as they are written.</summary>
    public static AddressListJson ToJson(this IReadOnlyList<AddressCompletion> completions, MapState state) => new(
        state.ToString(),
        [.. completions.Select(static c => new NearAddressJson(c.Text, WordOf(c.Precision), c.Point.Lon, c.Point.Lat))]);

    /// <summary>The nearest addresses as they are written.</summary>
    public static AddressListJson ToJson(this IReadOnlyList<NearAddress> near, MapState state) =>
        new(state.ToString(), [.. near.Select(static n => n.ToJson())]);

    /// <summary>An address with its distance.</summary>
    public static NearAddressJson ToJson(this NearAddress near) => new(
        near.Address.Text,
        near.Address.Standing == AddressStanding.Unit ? WordOf(AddressPrecision.Unit) : WordOf(AddressPrecision.Building),
        near.Address.Point.Lon,
        near.Address.Point.Lat)
    {
        Distance = Rounded.Metres(near.DistanceMetres),
    };

    /// <summary>The word for a precision.</summary>
    public static string WordOf(AddressPrecision precision) => precision switch
    {
        AddressPrecision.Unit => "unit",
        AddressPrecision.Building => "building",
        AddressPrecision.Compound => "compound",
        AddressPrecision.Road => "road",
        AddressPrecision.Community => "community",
        _ => "landmark",
    };

    private static CandidateJson ToJson(AddressCandidate candidate, AddressQuery query)
    {
        var hit = candidate.Hit;
        var located = query.ToLocateQuery(hit.Point);
        return new CandidateJson
        {
            Address = hit.Text,
            Score = hit.Score,
            Precision = WordOf(hit.Precision),
            Interpolated = hit.Interpolated,
            Lon = hit.Point.Lon,
            Lat = hit.Point.Lat,
            Matched = [.. hit.Matched.Select(static m => new MatchedJson(m.Level, m.Asked, m.Found))],
            Unmatched = hit.Unmatched,
            Results = [.. candidate.Results.Select(r => r.ToJson(located))],
        };
    }
}
