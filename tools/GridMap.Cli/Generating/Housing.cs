namespace GridMap.Cli.Generating;

/// <summary>A compound 小区.</summary>
internal sealed class Compound(Leaf leaf, PlanePoint[] ring)
{
    public Leaf Leaf => leaf;

    public PlanePoint[] Ring => ring;

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Null for one of the three-without 三无.</summary>
    public string? PropertyFirm { get; set; }

    public Door? Gate { get; set; }

    public List<Dwelling> Buildings { get; } = [];
}

/// <summary>A building of a compound, or a courtyard on a road.</summary>
internal sealed class Dwelling(Leaf leaf, Compound? compound, PlanePoint at)
{
    public Leaf Leaf => leaf;

    public Compound? Compound => compound;

    public PlanePoint At => at;

    public string Id { get; set; } = "";

    public int Number { get; set; }

    public int Households { get; set; }

    public int Population { get; set; }

    /// <summary>The doors of its units 单元.</summary>
    public List<PlanePoint> Units { get; } = [];

    /// <summary>The door plate of a courtyard.</summary>
    public Door? Door { get; set; }

    /// <summary>Whether it stands on a border, so that its addresses name the grid it is assigned to.</summary>
    public bool IsAstride { get; init; }
}

/// <summary>What is built in a district.</summary>
internal sealed class Housing
{
    public List<Compound> Compounds { get; } = [];

    public List<Dwelling> Dwellings { get; } = [];

    /// <summary>Pocket parks.</summary>
    public List<(Leaf Leaf, PlanePoint[] Ring)> Parks { get; } = [];
}
