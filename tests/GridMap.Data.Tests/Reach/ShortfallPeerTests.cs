using System.Globalization;
using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Reach;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Data.Stores;
using GridMap.Tests.Shared;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Data.Tests.Reach;

/// <summary>
/// Who lacks a toilet, beside PostGIS: 4,000 dwellings and 90 toilets in the store's own tables, points, lines and some
/// behind a gate, and <c>ST_DWithin</c> on <c>geography</c>.
/// </summary>
public sealed class ShortfallPeerTests
{
    private const string Lacking = """
        with toilet as (
          select case when jsonb_array_length(gates) > 0
            then st_setsrid(st_makepoint((gates->0->>0)::float8, (gates->0->>1)::float8), 4326)::geography
            else st_segmentize(shape::geography, 5) end as place
          from current_resource where kind = 'toilet')
        select d.source_id from current_dwelling d
        where not exists (select 1 from toilet t where st_dwithin(d.shape::geography, t.place, @metres))
        order by d.source_id
        """;

    [Theory]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(1000)]
    public async Task Those_who_lack_one_are_those_of_PostGIS(double metres)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var database = await PostGisCluster.CreateDatabaseAsync(cancellation);
        try
        {
            await using var store = await MapStores.OpenAsync(database, StoreAccess.Client, TimeProvider.System, cancellation);
            await store.PublishAsync(Town(), cancellation);
            var map = CityMap.Build(await store.LoadAsync(new DateOnly(2026, 1, 1), null, cancellation));
            var shortfall = Shortfall.Find(map, map.Partitions[0], null, "toilet", metres);

            // Each dwelling is a compound of its own, so that each can be told.
            var lacking = shortfall.Compounds.Where(static c => c.Count.DwellingsWithout > 0)
                .Select(static c => c.Compound.SourceKey.Id).ToList();

            Assert.InRange(lacking.Count, 100, 3_900);
            Assert.Equal(await ListOfPostGisAsync(database, metres, cancellation), lacking);
            Assert.Equal(lacking.Count, shortfall.Total.DwellingsWithout);
        }
        finally
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    private static async Task<List<string>> ListOfPostGisAsync(
        string database, double metres, CancellationToken cancellation)
    {
        var setting = new NpgsqlConnectionStringBuilder(database) { Pooling = false, SearchPath = "gridmap,public" };
        await using var connection = new NpgsqlConnection(setting.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(Lacking, connection);
        command.Parameters.AddWithValue("metres", metres);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static ChangeSet Town()
    {
        var random = new Random(7);
        LonLat Anywhere() => LatticePoint.From(
            new LonLat(119.05 + (random.NextDouble() * 0.1), 36.65 + (random.NextDouble() * 0.1))).ToLonLat();
        var homes = Enumerable.Range(0, 4_000).Select(i => Dwelling(100 + i, Anywhere())).ToArray();
        return new ChangeSet
        {
            ExpectedRevision = 0,
            NextId = 20_000,
            Effective = new DateOnly(2026, 1, 1),
            Actor = "test",
            Partitions = new(
            [
                new Partition
                {
                    Id = 1,
                    Code = "governance",
                    Name = LocalText.Same("governance"),
                    Tiling = Tiling.Complete,
                    Levels = [new Level("grid", LocalText.Same("grid"))],
                    IsDefault = true,
                },
            ],
            []),
            Dwellings = new(homes, []),
            Reference = new([.. homes.Select(Compound)], []),
            Resources = new([.. Enumerable.Range(0, 90).Select(i => Toilet(5_000 + i, Anywhere(), Anywhere()))], []),
        };
    }

    private static Dwelling Dwelling(long id, LonLat at) => new()
    {
        Id = id,
        SourceKey = new SourceKey("census", id.ToString(CultureInfo.InvariantCulture)),
        Shape = new Point(at.Lon, at.Lat),
        Households = 1,
        CompoundId = 10_000 + id,
    };

    private static ReferenceFeature Compound(Dwelling home) => new()
    {
        Id = home.CompoundId!.Value,
        Layer = ReferenceLayers.Compound,
        SourceKey = home.SourceKey,
        Shape = home.Shape,
    };

    private static Resource Toilet(long id, LonLat at, LonLat other) => new()
    {
        Id = id,
        SourceKey = new SourceKey("register", id.ToString(CultureInfo.InvariantCulture)),
        Kind = "toilet",
        Shape = id % 3 == 0
            ? new LineString([new(at.Lon, at.Lat), new(at.Lon + ((other.Lon - at.Lon) / 50), at.Lat + ((other.Lat - at.Lat) / 50))])
            : new Point(at.Lon, at.Lat),
        Gates = id % 5 == 0 ? [other] : [],
        ExitGates = id % 5 == 0 ? [at] : [],
    };
}
