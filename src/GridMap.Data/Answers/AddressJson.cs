using System.Text.Json.Serialization;

namespace GridMap.Data.Answers;

/// <summary>The places that an address may mean, as <c>/locate</c> and <c>gridmap locate --json</c> write them.</summary>
/// <param name="State">The state that was asked, <c>revision@date</c>.</param>
/// <param name="Query">The text as it was asked.</param>
/// <param name="Candidates">The likeliest first; empty where the text fits nothing here.</param>
public sealed record AddressJson(string State, string Query, IReadOnlyList<CandidateJson> Candidates);

/// <summary>A place that an address may mean.</summary>
public sealed record CandidateJson
{
    /// <summary>As the register writes it, as far as it answers the question.</summary>
    public required string Address { get; init; }

    /// <summary>How likely it is the one that is meant, 0 to 1, to four decimals.</summary>
    public required double Score { get; init; }

    /// <summary><c>unit building compound road community landmark</c>.</summary>
    public required string Precision { get; init; }

    /// <summary>True where the position was reckoned from neighbours on the same road and side; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Interpolated { get; init; }

    /// <summary>Decimal degrees.</summary>
    public required double Lon { get; init; }

    /// <summary>Decimal degrees.</summary>
    public required double Lat { get; init; }

    /// <summary>What of the question was understood, in its order.</summary>
    public required IReadOnlyList<MatchedJson> Matched { get; init; }

    /// <summary>What of the question was not.</summary>
    public required IReadOnlyList<string> Unmatched { get; init; }

    /// <summary>One for each partition asked, the default one first.</summary>
    public required IReadOnlyList<PartitionJson> Results { get; init; }
}

/// <summary>A part of a question.</summary>
/// <param name="Level">What it was taken for: <c>district</c>, <c>road</c>, <c>number</c>, <c>building</c> …</param>
/// <param name="Asked">As it was asked.</param>
/// <param name="Found">As the register has it.</param>
public sealed record MatchedJson(string Level, string Asked, string Found);

/// <summary>What <c>/addresses</c> answers.</summary>
/// <param name="State">The state that was asked, <c>revision@date</c>.</param>
/// <param name="Addresses">The best first.</param>
public sealed record AddressListJson(string State, IReadOnlyList<NearAddressJson> Addresses);

/// <summary>An address, or a name that addresses begin with.</summary>
/// <param name="Address">Its text.</param>
/// <param name="Precision"><c>unit building compound road community landmark</c>.</param>
/// <param name="Lon">Decimal degrees.</param>
/// <param name="Lat">Decimal degrees.</param>
public sealed record NearAddressJson(string Address, string Precision, double Lon, double Lat)
{
    /// <summary>Metres on the ellipsoid from the point asked for, to the centimetre; absent where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Distance { get; init; }
}
