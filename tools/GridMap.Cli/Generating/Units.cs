using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

/// <summary>What a line of the network is.</summary>
internal enum RoadClass
{
    River,
    Railway,
    Arterial,
    Secondary,
    Lane,
}

/// <summary>A line along which the district was cut, from end to end.</summary>
internal sealed class Road(RoadClass kind, int[] nodes, string name)
{
    public RoadClass Kind => kind;

    public int[] Nodes => nodes;

    public string Name => name;

    /// <summary>Whether houses stand along it.</summary>
    public bool HasNumbers => kind != RoadClass.Railway;

    /// <summary>The name of the road on one bank, or of the road itself.</summary>
    public string NameOn(bool left) => kind == RoadClass.River ? $"{name}{(left ? "西" : "东")}路" : name;
}

internal sealed class Street(string name, int[] ring)
{
    public string Name => name;

    public int[] Ring => ring;

    public string Code { get; set; } = "";

    public List<Community> Communities { get; set; } = [];
}

internal sealed class Community(Street street, string name, int[] ring)
{
    public Street Street => street;

    public string Name => name;

    /// <summary>The official border, which the mall's grid crosses.</summary>
    public int[] Ring => ring;

    public string Code { get; set; } = "";

    public List<Leaf> Leaves { get; set; } = [];
}

/// <summary>A grid that carries a polygon.</summary>
internal sealed class Leaf(Community community, GridCategory category, int[] ring)
{
    public Community Community => community;

    public GridCategory Category => category;

    public string? Subtype { get; set; }

    public int[] Ring { get; set; } = ring;

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Which half of the community's first cut it lies in: beats of large communities follow that.</summary>
    public bool InFirstHalf { get; init; }

    /// <summary>Households to be spread over its dwellings.</summary>
    public int Households { get; set; }

    public string CategoryText => Category == GridCategory.Base ? "base" : $"dedicated:{Subtype}";
}
