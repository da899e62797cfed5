using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Tests.Answers;

/// <summary>
/// Small maps around 0° or in China: up to three partitions of square grids with holes between them, odd names, duties,
/// stations, assigned addresses, and resources of any shape with terms of all sorts.
/// </summary>
internal sealed class RandomTown(Random random)
{
    private const int Side = 4;
    private const double Step = 0.002;

    private static readonly string[] Terms =
    [
        "stay=Mo-Fr 08:00-20:00", "stay=24/7", "opening_hours=week 1-3 Mo", "enter=Mo-Su 19:00-22:00", "exit=06:00-09:00", "fee=no",
        "fee=Mo-Su 07:00-19:00", "charge=2元/小时", "max_stay=2", "vehicle=car;bus", "seats=9", "who=residents", "batch=6",
        "suspensions=2026-03-01/2027-05-01|\"road works\"|n° 3", "lit=<yes>", "operator=槐\u0001",
    ];

    private static readonly GeometryFactory Factory = new();

    private readonly LonLat corner = random.Next(2) == 0 ? new(119.1, 36.7) : new(-0.0041, -0.0041);
    private long lastId;

    /// <summary>One of them.</summary>
    public CityMap Build()
    {
        var partitions = Enumerable.Range(0, random.Next(4)).Select(Partition).ToList();
        GridVersion[] grids = [.. partitions.SelectMany(Grids)];
        Resource[] resources = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Resource(grids))];
        return CityMap.Build(MapSnapshot.Empty(new DateOnly(2026, 3, 9)) with
        {
            State = new MapState(random.Next(100), new DateOnly(2026, 3, 9)),
            Partitions = partitions,
            Grids = grids,
            Resources = resources,
            Duties = [.. grids.Where(_ => random.Next(3) == 0).Select(Duty)],
            Addresses = [.. grids.Where(static g => g.Shape is not null).Where(_ => random.Next(4) == 0).Select(Address)],
        });
    }

    /// <summary>A point in the town or around it, often on a corner of a grid or at an assigned address.</summary>
    public LonLat Point(CityMap map) => random.Next(5) switch
    {
        0 => new(corner.Lon + (Step * random.Next(Side + 1)), corner.Lat + (Step * random.Next(Side + 1))),
        1 when map.Snapshot.Addresses.Count > 0 => map.Snapshot.Addresses[random.Next(map.Snapshot.Addresses.Count)].Point,
        _ => new(Place(corner.Lon), Place(corner.Lat)),
    };

    private double Place(double from) => Math.Round(from + (Step * ((random.NextDouble() * (Side + 2)) - 1)), random.Next(4, 12));

    private Partition Partition(int number) => new()
    {
        Id = ++lastId,
        Code = $"p{number}",
        Name = new LocalText("网", "Net"),
        Tiling = Tiling.Partial,
        Levels = [new Level("top", new LocalText("顶", "Top")), new Level("grid", new LocalText("格", "Grid"))],
        IsDefault = number == 1,
    };

    private IEnumerable<GridVersion> Grids(Partition partition)
    {
        var top = ++lastId;
        yield return new(Grid(partition, top, null, "top"), null);
        for (var cell = 0; cell < Side * Side; cell++)
        {
            if (random.Next(5) > 0)
            {
                var (west, south) = (corner.Lon + (Step * (cell % Side)), corner.Lat + (Step * (cell / Side)));
                yield return new(Grid(partition, ++lastId, top, "grid"), Box(west, south, Step));
            }
        }
    }

    private Grid Grid(Partition partition, long id, long? parent, string level) => new()
    {
        Id = id,
        Partition = partition.Code,
        ParentId = parent,
        Level = level,
        Code = $"{id}{Oddities.Text(random)}",
        Name = Oddities.TextOrNull(random),
        Category = random.Next(4) == 0 ? GridCategory.Dedicated : GridCategory.Base,
        Subtype = Oddities.TextOrNull(random),
    };

    private static Polygon Box(double west, double south, double side)
    {
        var (east, north) = (west + side, south + side);
        return (Polygon)Shapes.ToLattice(Factory.ToGeometry(new Envelope(west, east, south, north)));
    }

    private Duty Duty(GridVersion grid) => new()
    {
        Id = ++lastId,
        SourceKey = new("duties", $"{lastId}"),
        Role = "head",
        Holder = random.Next(2) == 0 ? new DutyHolder.Vacant() : new DutyHolder.OfOrganisation(Oddities.Text(random), "1"),
        Scope = [new DutyScope(DutyScopeKind.Grid, grid.Id)],
    };

    private Address Address(GridVersion grid)
    {
        var (inside, _) = (grid.Shape!.InteriorPoint, ++lastId);
        return new()
        {
            Id = lastId,
            SourceKey = new("register", $"{lastId}"),
            Text = $"槐路{lastId}号",
            Point = LatticePoint.From(new(inside.X, inside.Y)).ToLonLat(),
            AssignedGridId = random.Next(2) == 0 ? grid.Id : grid.Id + 1,
        };
    }

    private Resource Resource(GridVersion[] grids) => new()
    {
        Id = ++lastId,
        SourceKey = new(Oddities.Text(random), $"{lastId}"),
        Kind = "parking",
        Name = Oddities.TextOrNull(random),
        Shape = Shape(),
        Gates = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new LonLat(Place(corner.Lon), Place(corner.Lat)))],
        Capacity = random.Next(3) == 0 ? null : random.Next(1000),
        Serves = grids.Length > 0 ? [grids[random.Next(grids.Length)].Id] : [],
        Attributes = AttributeSet.Of(Terms.Where(_ => random.Next(4) == 0)
            .Select(static t => t.Split('=', 2)).DistinctBy(static t => t[0]).Select(static t => KeyValuePair.Create(t[0], t[1]))),
    };

    private Geometry Shape()
    {
        var (x, y) = (Place(corner.Lon), Place(corner.Lat));
        return Shapes.ToLattice(random.Next(4) switch
        {
            0 => Factory.CreateLineString([new(x, y), new(x + 0.001, y), new(x, y + 0.0005)]),
            1 => Box(x, y, 0.0003),
            2 => Factory.CreatePoint(new Coordinate(x, y)).Buffer(0.0004, random.Next(1, 40)),
            _ => Factory.CreatePoint(new Coordinate(x, y)),
        });
    }
}
