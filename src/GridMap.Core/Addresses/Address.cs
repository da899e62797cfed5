using GridMap.Core.Spatial;

namespace GridMap.Core.Addresses;

/// <summary>What an address stands at.</summary>
public enum AddressStanding
{
    /// <summary>A door plate 门牌 on a road.</summary>
    DoorPlate,

    /// <summary>A building 楼栋.</summary>
    Building,

    /// <summary>A unit 单元 of a building.</summary>
    Unit,
}

/// <summary>A text that people use for a place, with the place.</summary>
public sealed record Address : IMapItem<Address>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Its identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>The whole text as people write it; not empty.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The parts that the source named, by the ids <c>province city district street community locality road number compound
    /// building unit floor room postcode</c>, and <c>alias</c> for other names of the compound, else of the road, separated by
    /// semicolons; empty where it gave the text alone.
    /// </summary>
    public AttributeSet Parts { get; init; } = AttributeSet.Empty;

    /// <summary>Where it is, on the lattice.</summary>
    public required LonLat Point { get; init; }

    /// <summary>What it stands at.</summary>
    public AddressStanding Standing { get; init; }

    /// <summary>The dwelling it belongs to, or null.</summary>
    public long? DwellingId { get; init; }

    /// <summary>
    /// The grid that somebody assigned it to (a building astride a border). It outranks geometry, is shown as such, and
    /// is listed by checks where the two disagree.
    /// </summary>
    public long? AssignedGridId { get; init; }

    /// <inheritdoc/>
    public string Key => SourceKey.ToString();

    /// <inheritdoc/>
    public bool SameContent(Address other) => WithId(other.Id) == other;

    /// <inheritdoc/>
    public Address WithId(long id) => this with { Id = id };
}
