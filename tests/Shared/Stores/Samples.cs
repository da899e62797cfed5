using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Core.Windows.Calendars;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridMap.Tests.Shared.Stores;

/// <summary>Small items of every type, with values that stores have been known to get wrong.</summary>
public static class Samples
{
    public const string Square = "POLYGON ((119 36, 119.000000001 36, 119.1 36.1, 119 36.1, 119 36))";

    public const string Holed = "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1), "
        + "(3 3, 3 4, 4 4, 4 3, 3 3)), ((10 10, 11 10, 11 11, 10 10)))";

    public static readonly DateOnly Day = new(2026, 11, 22);

    public const string Nasty = "奎文区 «第一» 'quote'' \"double\" \\ / \n\t {0} @p0 $1 -- ; 😀 é";

    public static readonly string Huge = new('网', 100_000);

    public static readonly AttributeSet Attributes = AttributeSet.Of(
        new Dictionary<string, string> { ["空"] = "", ["text"] = Nasty, ["z"] = "1e-9", ["a b"] = "true" });

    public static Geometry Shape(string wkt) => new WKTReader().Read(wkt);

    public static Term Term(long id, string code) => new()
    {
        Id = id,
        Vocabulary = Vocabulary.Kind,
        Code = code,
        Name = new LocalText("停车场", Nasty),
        Icon = "P",
        Attributes = [new AttributeDefinition("terms", new LocalText("时段", ""), AttributeType.Window, true)],
    };

    public static Partition Partition(long id, string code, bool withScheme = true) => new()
    {
        Id = id,
        Code = code,
        Name = new LocalText("治理", "governance"),
        Tiling = Tiling.Complete,
        Levels = [new Level("community", new LocalText("社区", "community")), new Level("grid", LocalText.Same("网格"))],
        Scheme = withScheme ? new CodeScheme([12, 15], true) : null,
        IsDefault = withScheme,
    };

    public static GridVersion Grid(long id, string code, string? wkt, string? name = null, long? parent = null) => new(
        new Grid { Id = id, Partition = "governance", Level = "grid", Code = code, Name = name, ParentId = parent },
        wkt is null ? null : Shape(wkt));

    public static ReferenceFeature Feature(long id, string wkt, string layer = ReferenceLayers.Compound) => new()
    {
        Id = id,
        Layer = layer,
        SourceKey = new SourceKey("survey", $"way/{id}"),
        Code = "370705",
        Name = "锦绣花园",
        Shape = Shape(wkt),
        Attributes = Attributes,
    };

    public static Dwelling Dwelling(long id, string wkt) => new()
    {
        Id = id,
        SourceKey = new SourceKey("census", $"{id}"),
        Shape = Shape(wkt),
        Households = long.MaxValue,
        Population = 0,
        PopulationKind = PopulationKind.Registered,
        CompoundId = 4,
        Attributes = Attributes,
    };

    public static Address Address(long id, double lon, double lat) => new()
    {
        Id = id,
        SourceKey = new SourceKey("doorplates", $"a/{id}"),
        Text = "东风东街100号 3号楼 2单元",
        Parts = AttributeSet.Of(new Dictionary<string, string> { ["road"] = "东风东街", ["number"] = "100号" }),
        Point = new LonLat(lon, lat),
        Standing = AddressStanding.Unit,
        DwellingId = 5,
        AssignedGridId = 3,
    };

    public static Person Person(long id, string name, string? phones = "0536-8000000") =>
        new() { Id = id, SourceKey = new SourceKey("staff", $"{id}"), Name = name, Phones = phones };

    public static Duty Duty(long id, DutyHolder holder) => new()
    {
        Id = id,
        SourceKey = new SourceKey("duties", $"{id}"),
        Role = "grid_head",
        Holder = holder,
        Scope = [new DutyScope(DutyScopeKind.Grid, 3), new DutyScope(DutyScopeKind.Compound, 4)],
        Order = 2,
        IsDeputy = true,
        OnCall = "Mo-Fr 18:00-08:00",
        Chain = DutyChain.Emergency,
        HolderIsPublic = true,
    };

    public static Emergency Emergency(long id, DateTimeOffset? to) => new()
    {
        Id = id,
        SourceKey = new SourceKey("emergencies", $"{id}"),
        CodePrefixes = ["", "370705'\"{},\\", "null"],
        From = new DateTimeOffset(2026, 7, 1, 8, 0, 0, 1, TimeSpan.FromHours(8)),
        To = to,
        Document = Nasty,
    };

    public static Calendar Calendar(long id) => new()
    {
        Id = id,
        Code = "cn",
        Name = new LocalText("节假日", Nasty),
        Statutory = [new(new("除夕", "Eve"), HolidayBasis.Lunar, 1, 0, 2025, null), new(new("", ""), HolidayBasis.Qingming, 0, 0, 1, 2)],
        Years = [new(2026, Nasty, [new(2026, 1, 1), new(2026, 2, 28)], [new(2026, 1, 4)]), new(2027, null, [], [])],
    };

    public static Resource Resource(long id, string wkt, string name = "停车场") => new()
    {
        Id = id,
        SourceKey = new SourceKey("osm", $"way/{id}"),
        Kind = "parking",
        Name = name,
        Shape = Shape(wkt),
        Gates = [new LonLat(119.123456789, -0.000000001), new LonLat(-180, 90)],
        ExitGates = [new LonLat(119.000000001, 36.7)],
        Capacity = int.MaxValue,
        Serves = [3, long.MaxValue],
        Attributes = Attributes,
    };

    public static Finding Finding(string? wkt, double? measure) => new(
        "overlap", Severity.Warning, "governance", ["1", "2'"], wkt is null ? null : Shape(wkt),
        new LocalText("重叠", Nasty), measure);

    public static ChangeSet Changes(long expected, long nextId, DateOnly? effective = null) =>
        new() { ExpectedRevision = expected, NextId = nextId, Effective = effective ?? Day, Actor = "tester" };

    /// <summary>A first change set with items of every type.</summary>
    public static ChangeSet Everything() => Changes(0, 100) with
    {
        Terms = new([Term(1, "parking")], []),
        Partitions = new([Partition(2, "governance"), Partition(20, "police", withScheme: false)], []),
        Grids = new([FullGrid(), Grid(30, "", null, Huge, 3), Grid(31, Nasty, Holed, "")], []),
        GridEvents = [new GridEvent(3, GridChange.Created | GridChange.Recoded, [1, 2]), new GridEvent(8, GridChange.Retired, [])],
        Reference = new(
        [
            Feature(4, Holed), Feature(40, "LINESTRING (0 0, 1e-9 -1e-9)"), Feature(41, "MULTIPOINT ((1 1), (2 2))"),
            Feature(42, "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))"), Feature(43, "POLYGON EMPTY"),
        ],
        []),
        Dwellings = new([Dwelling(5, "POINT (119.123456789 36.987654321)"), Dwelling(50, Holed)], []),
        Addresses = new([Address(6, 119.000000001, -0.000000001), Address(60, -180, 90)], []),
        Persons = new([Person(7, Nasty), Person(70, "", null)], []),
        Duties = new(
        [
            Duty(8, new DutyHolder.OfPerson(7)), Duty(80, new DutyHolder.OfOrganisation("派出所", null)),
            Duty(81, new DutyHolder.Vacant()), Duty(82, new DutyHolder.OfOrganisation("", "110")),
        ],
        []),
        Emergencies = new([Emergency(9, null), Emergency(90, DateTimeOffset.UnixEpoch)], []),
        Resources = new([Resource(10, Holed), Bare(11)], []),
        Calendars = new([Calendar(12)], []),
        AcceptedFindings = [Finding(Square, 387.123456789), Finding(null, null)],
    };

    private static GridVersion FullGrid() => new(
        new Grid
        {
            Id = 3,
            Partition = "governance",
            Level = "grid",
            Code = "370705001001001",
            Name = Nasty,
            ParentId = 30,
            Category = GridCategory.Dedicated,
            Subtype = "school",
            Stated = new StatedFigures(0, long.MaxValue),
            Attributes = Attributes,
        },
        Shape(Square));

    private static Resource Bare(long id) => new()
    {
        Id = id,
        SourceKey = new SourceKey("s", "x"),
        Kind = "toilet",
        Shape = Shape("POINT (119.1 36.7)"),
    };
}
