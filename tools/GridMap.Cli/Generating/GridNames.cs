using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

/// <summary>Names of grids: a number for a base grid, the institution for a dedicated one.</summary>
internal static class GridNames
{
    private static readonly Dictionary<string, string[]> Endings = new()
    {
        ["school"] = ["小学", "中学", "实验学校", "职业学校"],
        ["hospital"] = ["医院", "中医院", "妇幼保健院"],
        ["market"] = ["农贸市场", "批发市场", "建材市场"],
        ["park"] = ["产业园", "科技园", "物流园"],
        ["office"] = ["政务办公区", "写字楼群", "商务大厦"],
        ["building_site"] = ["改造项目工地", "新城项目工地"],
        ["transport_hub"] = ["公交枢纽", "客运站", "货运站"],
        ["mall"] = ["广场商圈"],
    };

    public static void Apply(DistrictLayout layout, Names names, SplitMix random)
    {
        foreach (var community in layout.Communities)
        {
            var number = 0;
            foreach (var leaf in community.Leaves)
            {
                leaf.Name = leaf.Category == GridCategory.Base
                    ? $"{community.Name}第{++number}网格"
                    : $"{names.Stem()}{random.Pick(Endings[leaf.Subtype!])}专属网格";
            }
        }
    }
}
