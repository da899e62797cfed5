using GridMap.Core.Spatial;

namespace GridMap.Core.Addresses;

/// <summary>What somebody who types may be about to write.</summary>
/// <param name="Text">The address, road, compound, area or place, with the areas before it where the register writes them.</param>
/// <param name="Precision">What it is.</param>
/// <param name="Point">Where it is; one of its addresses, for what has several.</param>
public sealed record AddressCompletion(string Text, AddressPrecision Precision, LonLat Point);

/// <summary>An address near a point.</summary>
/// <param name="Address">The address.</param>
/// <param name="DistanceMetres">Metres on the ellipsoid.</param>
public sealed record NearAddress(Address Address, double DistanceMetres);
