using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Data.Stores;
using NetTopologySuite.IO;

namespace GridMap.Server.Tests;

/// <summary>
/// A town of two grids side by side, east and west of 119.1 E, under one community, with somebody for each, a police
/// beat over both, parking, a park and a station. On 1 March 2026 the west grid gets another name.
/// </summary>
internal static class Town
{
    public const string WestCode = "379983001001001";
    public const string EastCode = "379983001001002";

    private static readonly LocalText Community = new("社区", "Community");

    public static async Task<IMapStore> FillAsync(IMapStore store)
    {
        await store.PublishAsync(First());
        await store.PublishAsync(new ChangeSet
        {
            ExpectedRevision = 1,
            NextId = 100,
            Effective = new DateOnly(2026, 3, 1),
            Actor = "planner",
            Grids = Put(Grid(11, WestCode, "西苑网格", West)),
        });
        return store;
    }

    private const string West = "POLYGON((119.09 36.69,119.1 36.69,119.1 36.71,119.09 36.71,119.09 36.69))";
    private const string East = "POLYGON((119.1 36.69,119.11 36.69,119.11 36.71,119.1 36.71,119.1 36.69))";

    private static ChangeSet First() => new()
    {
        ExpectedRevision = 0,
        NextId = 100,
        Effective = new DateOnly(2026, 1, 1),
        Actor = "importer",
        Terms = Put(
            Word(1, Vocabulary.Kind, "parking", "停车场", "Parking") with { Attributes = Attributes },
            Word(2, Vocabulary.Kind, "grid_station", "网格驿站", "Station"),
            Word(3, Vocabulary.Role, "grid_head", "网格长", "Grid head")),
        Partitions = Put(
            new Partition
            {
                Id = 5,
                Code = "governance",
                Name = new LocalText("治理网", "Governance"),
                Tiling = Tiling.Complete,
                Levels = [new Level("community", Community), new Level("grid", new LocalText("网格", "Grid"))],
                IsDefault = true,
            },
            new Partition
            {
                Id = 6,
                Code = "police",
                Name = new LocalText("警务", "Police"),
                Tiling = Tiling.Partial,
                Levels = [new Level("beat", new LocalText("警务区", "Beat"))],
            }),
        Grids = Put(
            new GridVersion(
                new Grid { Id = 10, Partition = "governance", Level = "community", Code = "379983001001", Name = "北庭社区" }, null),
            Grid(11, WestCode, "第1网格", West),
            Grid(12, EastCode, "第2网格", East),
            new GridVersion(
                new Grid { Id = 13, Partition = "police", Level = "beat", Code = "B1", Name = "第一警务区" },
                Shape("POLYGON((119.095 36.69,119.105 36.69,119.105 36.71,119.095 36.71,119.095 36.69))"))),
        Persons = Put(new Person { Id = 20, SourceKey = new("staff", "1"), Name = "许玉然", Phones = "0300-0100001" }),
        Duties = Put(
            Duty(21, new DutyHolder.OfPerson(20), 11, order: 1), Duty(22, new DutyHolder.Vacant(), 12, order: 1),
            Duty(23, new DutyHolder.OfOrganisation("北庭社区值班室", "0300-0109999"), 10, order: 2)),
        Resources = Put(
            Resource(30, "parking", "东街泊位", "LINESTRING(119.103 36.7,119.105 36.7)", capacity: 40, "lit=true;floors=1"),
            Resource(31, "parking", "西街泊位", "POINT(119.092 36.7)", capacity: 12, "lit=false;floors=3"),
            Resource(32, "grid_station", "北庭驿站", "POINT(119.101 36.701)", serves: 10)),
        Dwellings = Put(Dwelling(50, "POINT(119.1015 36.7015)", 100, 40), Dwelling(51, "POINT(119.092 36.708)", 30, null)),
        Addresses = Put(
            Address(60, "柳荫路12号锦绣花园", 119.0919, 36.6961), Address(61, "柳荫路12号锦绣花园3号楼", 119.093, 36.696),
            Address(62, "柳荫路12号锦绣花园3号楼2单元", 119.0931, 36.696), Address(63, "柳荫路20号", 119.105, 36.7)),
        Reference = Put(new ReferenceFeature
        {
            Id = 40,
            Layer = ReferenceLayers.Compound,
            SourceKey = new("survey", "C1"),
            Name = "锦绣花园",
            Shape = Shape("POLYGON((119.092 36.695,119.092 36.697,119.095 36.697,119.095 36.695,119.092 36.695))"),
        }),
    };

    private static readonly AttributeDefinition[] Attributes =
    [
        new("lit", new LocalText("照明", "Lit"), AttributeType.Boolean, true),
        new("floors", new LocalText("层数", "Floors"), AttributeType.Number, true),
        new("operator", new LocalText("运营方", "Operator"), AttributeType.Text, false),
    ];

    private static Changes<T> Put<T>(params T[] items)
        where T : IMapItem<T> => new(items, []);

    private static NetTopologySuite.Geometries.Geometry Shape(string wkt) => new WKTReader().Read(wkt);

    private static Term Word(long id, Vocabulary vocabulary, string code, string zh, string en) =>
        new() { Id = id, Vocabulary = vocabulary, Code = code, Name = new LocalText(zh, en) };

    private static GridVersion Grid(long id, string code, string name, string wkt) => new(
        new Grid { Id = id, Partition = "governance", Level = "grid", Code = code, Name = name, ParentId = 10 }, Shape(wkt));

    private static Duty Duty(long id, DutyHolder holder, long grid, int order) => new()
    {
        Id = id,
        SourceKey = new("duties", $"{id}"),
        Role = "grid_head",
        Holder = holder,
        Scope = [new DutyScope(DutyScopeKind.Grid, grid)],
        Order = order,
    };

    private static Address Address(long id, string text, double lon, double lat) =>
        new() { Id = id, SourceKey = new("register", $"{id}"), Text = text, Point = new(lon, lat) };

    private static Resource Resource(
        long id, string kind, string name, string wkt, int? capacity = null, string attributes = "", params long[] serves) => new()
        {
            Id = id,
            SourceKey = new("sample", $"{id}"),
            Kind = kind,
            Name = name,
            Shape = Shape(wkt),
            Capacity = capacity,
            Serves = serves,
            Attributes = AttributeSet.Of(attributes.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(static a => KeyValuePair.Create(a.Split('=')[0], a.Split('=')[1]))),
        };

    private static Dwelling Dwelling(long id, string wkt, long households, long? compound) => new()
    {
        Id = id,
        SourceKey = new("census", $"{id}"),
        Shape = Shape(wkt),
        Households = households,
        CompoundId = compound,
    };
}
