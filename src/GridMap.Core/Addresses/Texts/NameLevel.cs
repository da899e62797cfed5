namespace GridMap.Core.Addresses.Texts;

/// <summary>What a name of an address names, from the widest.</summary>
internal enum NameLevel : byte
{
    /// <summary>省.</summary>
    Province,

    /// <summary>市.</summary>
    City,

    /// <summary>区, 县.</summary>
    District,

    /// <summary>街道, 镇, 乡.</summary>
    Street,

    /// <summary>社区, 村.</summary>
    Community,

    /// <summary>Any other name of an area: a suburb, a locality.</summary>
    Locality,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>路, 街, 巷.</summary>
    Road,

    /// <summary>小区.</summary>
    Compound,

    /// <summary>A building that has a name and no number.</summary>
    Building,

    /// <summary>A landmark, a resource, a code.</summary>
    Place,
}
