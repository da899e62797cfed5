namespace GridMap.Cli.Generating;

/// <summary>
/// What a generated district is like: its place, its outline, and how many of each thing it has. A preset is data; a
/// province would be many of these side by side.
/// </summary>
internal sealed record DistrictPreset
{
    public required string Province { get; init; }

    public required string City { get; init; }

    public required string District { get; init; }

    /// <summary>Six digits that are not assigned to any county.</summary>
    public required string Code { get; init; }

    public required Frame Frame { get; init; }

    /// <summary>Control points of the outline, counter-clockwise, metres from the origin.</summary>
    public required IReadOnlyList<PlanePoint> Outline { get; init; }

    /// <summary>Where blocks are smallest.</summary>
    public required PlanePoint Centre { get; init; }

    /// <summary>Communities of each street.</summary>
    public required IReadOnlyList<int> CommunitiesByStreet { get; init; }

    public required int BaseGrids { get; init; }

    /// <summary>Dedicated grids by subtype, the mall not included.</summary>
    public required IReadOnlyList<(string Subtype, int Count)> DedicatedGrids { get; init; }

    public required int Beats { get; init; }

    /// <summary>Grids that a beat takes from the community beside it.</summary>
    public required int BeatMismatches { get; init; }

    public required long Households { get; init; }

    public required int Compounds { get; init; }

    public required int Addresses { get; init; }

    public required int ParkingSites { get; init; }

    public required int Berths { get; init; }

    public required int Sheds { get; init; }

    public required int Sockets { get; init; }

    public required int RecyclingMachines { get; init; }

    public int Communities => CommunitiesByStreet.Sum();

    /// <summary>Like the core of a city of two million in eastern China.</summary>
    public static readonly DistrictPreset Kuiwen = new()
    {
        Province = "山东省",
        City = "示例市",
        District = "虚文区",
        Code = "379983",
        Frame = new Frame(1_191_000_000, 367_000_000, 0.00894, 0.011098),
        Outline =
        [
            new(-3650, -2300), new(-2500, -3050), new(-900, -2750), new(600, -3200), new(2100, -2950), new(3300, -3150),
            new(3850, -2000), new(3600, -700), new(4050, 500), new(3750, 1700), new(2900, 2650), new(1500, 2500),
            new(300, 3000), new(-1200, 2800), new(-2500, 3150), new(-3500, 2400), new(-3350, 1100), new(-3900, -100),
            new(-3500, -1200),
        ],
        Centre = new PlanePoint(-350, 150),
        CommunitiesByStreet = [5, 4, 5, 4, 4, 5, 5, 4, 6, 4],
        BaseGrids = 408,
        DedicatedGrids =
        [
            ("school", 24), ("hospital", 7), ("market", 10), ("park", 9), ("office", 14), ("building_site", 8),
            ("transport_hub", 5),
        ],
        Beats = 60,
        BeatMismatches = 5,
        Households = 163_000,
        Compounds = 496,
        Addresses = 30_000,
        ParkingSites = 180,
        Berths = 8_400,
        Sheds = 684,
        Sockets = 22_899,
        RecyclingMachines = 380,
    };

    /// <summary>The names that <c>--like</c> takes.</summary>
    public static IReadOnlyDictionary<string, DistrictPreset> All { get; } =
        new Dictionary<string, DistrictPreset> { ["kuiwen"] = Kuiwen };
}
