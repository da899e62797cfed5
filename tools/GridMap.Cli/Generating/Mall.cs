using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

/// <summary>
/// Carves one dedicated grid out of two donors on either side of a community border. It belongs to the first
/// community's tree; the official community border still runs through it.
/// </summary>
internal static class Mall
{
    private const double Width = 130;
    private const double Depth = 75;

    /// <summary>Donors larger than this, in square metres, keep room for their homes.</summary>
    private const double DonorArea = 80_000;

    public static Leaf Carve(DistrictLayout layout, PlanePoint centre)
    {
        var pairs =
            from street in layout.Streets
            from a in street.Communities
            from b in street.Communities
            where a != b
            from donor in a.Leaves
            from other in b.Leaves
            where CanGive(layout.Network, donor) && CanGive(layout.Network, other)
            orderby Rings.Centroid(layout.Network.Points(donor.Ring)).DistanceTo(centre)
            select (donor, other);
        foreach (var (donor, other) in pairs)
        {
            var there = Bite.Find(layout.Network, donor.Ring, other.Ring, Width, Depth);
            if (there is not null && FindBack(layout.Network, other, donor, there) is { } here)
            {
                return Carve(layout.Network, donor, other, there, here);
            }
        }

        throw new InvalidOperationException("No two grids have room for a mall between them.");
    }

    private static bool CanGive(Network network, Leaf leaf) =>
        leaf.Category == GridCategory.Base && Rings.Area(network.Points(leaf.Ring)) > DonorArea;

    /// <summary>The same piece of border, bitten to the other side.</summary>
    private static PlanePoint[]? FindBack(Network network, Leaf from, Leaf into, Bite there)
    {
        var (a, b) = (network[there.From], network[there.To]);
        var mirrored = there.Path.Select(p => p + ((b - a).Unit.Left * (-2 * (p - a).Dot((b - a).Unit.Left)))).ToArray();
        var shape = network.Points(into.Ring);
        return from != into && mirrored.All(p => Rings.Contains(shape, p) && Rings.Clearance(shape, p) >= 4) ? mirrored : null;
    }

    private static Leaf Carve(Network network, Leaf donor, Leaf other, Bite there, PlanePoint[] here)
    {
        var (south, north) = (network.AddAll(there.Path), network.AddAll(here));
        other.Ring = Chains.Replace(other.Ring, there.To, there.From, south.Reverse());
        donor.Ring = Chains.Replace(donor.Ring, there.From, there.To, north);
        var mall = new Leaf(donor.Community, GridCategory.Dedicated, [there.From, .. south, there.To, .. north.Reverse()])
        {
            Subtype = "mall",
            InFirstHalf = donor.InFirstHalf,
        };
        donor.Community.Leaves.Add(mall);
        return mall;
    }
}
