using GridMap.Core.Grids;

namespace GridMap.Cli.Generating.Files;

/// <summary>
/// What will hold from next month: a grid is split (it keeps its code, the new part gets the community's next one), a
/// piece of border moves, a grid is renamed. The file has the grids that change and no others.
/// </summary>
internal static class PendingFile
{
    private static readonly LineStyle Lane = new(19, 0.05);

    public static void Write(District district, string folder)
    {
        var random = district.Random.Fork("pending");
        using var file = new GeoJsonFile(Path.Combine(folder, "grids-pending.geojson"), district.Preset.Frame);
        var split = district.Leaves.MaxBy(l => l.Households)!;
        WriteSplit(file, district, split, random);
        var moved = WriteMove(file, district, split.Community);
        var renamed = district.Leaves.First(l => l.Subtype == "building_site" && l.Community != split.Community && l.Community != moved);
        GridFiles.Add(file, district, renamed, renamed.Ring, renamed.Code, renamed.Name.Replace("专属网格", "（二期）专属网格"));
    }

    private static void WriteSplit(GeoJsonFile file, District district, Leaf leaf, SplitMix random)
    {
        var cut = district.Layout.Cutter.Split(leaf.Ring, 1, 1, Lane, random);
        var next = leaf.Community.Leaves.Count + 1;
        var number = leaf.Community.Leaves.Count(l => l.Category == GridCategory.Base) + 1;
        GridFiles.Add(file, district, leaf, cut.First, leaf.Code, leaf.Name);
        GridFiles.Add(file, district, leaf, cut.Second, $"{leaf.Community.Code}{next:D3}", $"{leaf.Community.Name}第{number}网格");
    }

    /// <summary>A strip along a lane goes from one grid to its neighbour in the same community.</summary>
    private static Community WriteMove(GeoJsonFile file, District district, Community notThere)
    {
        var pairs =
            from community in district.Layout.Communities
            where community != notThere
            from taker in community.Leaves
            from giver in community.Leaves
            where taker != giver && taker.Category == GridCategory.Base && giver.Category == GridCategory.Base
            select (taker, giver);
        foreach (var (taker, giver) in pairs)
        {
            if (Bite.Find(district.Network, taker.Ring, giver.Ring, 90, 30) is { } bite)
            {
                var path = district.Network.AddAll(bite.Path);
                GridFiles.Add(file, district, taker, Chains.Replace(taker.Ring, bite.From, bite.To, path), taker.Code, taker.Name);
                GridFiles.Add(
                    file, district, giver, Chains.Replace(giver.Ring, bite.To, bite.From, path.Reverse()), giver.Code, giver.Name);
                return taker.Community;
            }
        }

        throw new InvalidOperationException("No border has room to be moved.");
    }
}
