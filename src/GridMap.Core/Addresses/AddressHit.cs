using GridMap.Core.Spatial;

namespace GridMap.Core.Addresses;

/// <summary>What kind of thing an address was found as, from the most exact.</summary>
public enum AddressPrecision
{
    /// <summary>A unit 单元 or a room.</summary>
    Unit,

    /// <summary>A building, or a house number.</summary>
    Building,

    /// <summary>A compound 小区.</summary>
    Compound,

    /// <summary>A road: the house number is not known.</summary>
    Road,

    /// <summary>A community or a wider area.</summary>
    Community,

    /// <summary>A place known by its name or code.</summary>
    Landmark,
}

/// <summary>A part of a question and what it was taken for.</summary>
/// <param name="Level">The id of the part: <c>province city district street community locality postcode road lane number
/// sub building unit floor room compound place</c>.</param>
/// <param name="Asked">As it was asked.</param>
/// <param name="Found">As the register has it; differs where there was a slip, or an alias was used.</param>
public sealed record MatchedPart(string Level, string Asked, string Found);

/// <summary>An answer to an address.</summary>
public sealed record AddressHit
{
    /// <summary>The address as the register writes it, as far as it answers the question.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// How likely it is the one that is meant, 0 to 1: of answers with 0.9 or more, at least 98 of 100 are right. Where two
    /// places fit equally, each has at most half.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>What it was found as.</summary>
    public required AddressPrecision Precision { get; init; }

    /// <summary>Where it is; for a road, compound or area whose place the register does not give, the middle of its addresses.</summary>
    public required LonLat Point { get; init; }

    /// <summary>Whether the position was reckoned from the neighbours on the same road and side.</summary>
    public bool Interpolated { get; init; }

    /// <summary>How far off <see cref="Point"/> may be, in metres, where it was interpolated; 0 elsewhere.</summary>
    public double AccuracyMetres { get; init; }

    /// <summary>What of the question was understood.</summary>
    public IReadOnlyList<MatchedPart> Matched { get; init; } = [];

    /// <summary>What of the question was not, as it was asked.</summary>
    public IReadOnlyList<string> Unmatched { get; init; } = [];

    /// <summary>The address of the register; null where the answer is no single one of them.</summary>
    public Address? Address { get; init; }

    /// <summary>The addresses that the answer stands for, the one alone where it is one; none for a place.</summary>
    public IReadOnlyList<Address> Members { get; init; } = [];

    /// <summary>The place, where it is one.</summary>
    public NamedPlace? Place { get; init; }

    /// <summary>The compound's name, where the answer is a compound.</summary>
    public string? Compound { get; init; }

    /// <summary>The area's name, where the answer is one.</summary>
    public string? Area { get; init; }
}
