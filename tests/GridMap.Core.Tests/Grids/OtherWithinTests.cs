using CsCheck;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using GridMap.Core.Tests.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Grids;

/// <summary>Whether another leaf is near a point in a leaf, where leaves overlap, leave gaps or tile.</summary>
public class OtherWithinTests
{
    private static readonly Gen<(Geometry[] Leaves, int[] Places, double Metres)> Scenes = Gen.Select(
        Gen.OneOf(Tessellations.Clean, Tessellations.Dirty), Gen.Int[0, 1 << 20].Array[20], Gen.Double[0.00005, 0.001]);

    [Fact]
    public void It_is_so_where_the_list_of_all_borders_and_owners_near_says_so() => Scenes.Sample(
        static (leaves, places, metres) =>
        {
            var map = Map(leaves);
            for (var i = 1; i < places.Length && map.Coverage.VertexCount > 0; i++)
            {
                var a = map.Coverage.AllVertices[places[i] % map.Coverage.VertexCount];
                var b = map.Coverage.AllVertices[places[i - 1] % map.Coverage.VertexCount];
                var point = new LatticePoint((a.X + b.X) / 2, (a.Y + b.Y) / 2);
                if (map.FindPlace(point) is { } place)
                {
                    Assert.Equal(ListNear(map, point, metres).Any(n => n != map.LeafNumber(place.Leaf.Id)), map.HasOtherWithin(point, place, metres));
                }
            }
        },
        iter: 500);

    private static IEnumerable<int> ListNear(PartitionMap map, LatticePoint point, double metres) =>
        map.Borders.ListWithin(point, metres)
            .SelectMany(near => new[] { map.Coverage.Left(near.Arc), map.Coverage.Right(near.Arc) })
            .Where(static leaf => leaf != Coverage.None)
            .Concat(map.Index.FindAll(point));

    private static PartitionMap Map(Geometry[] leaves) => PartitionMap.Build(
        Pictures.Partition(),
        leaves.Select(static (shape, i) => new GridVersion(
            new Grid { Id = i + 1, Partition = "governance", Code = $"g{i}", Level = "grid" }, shape)));
}
