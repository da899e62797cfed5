using CsCheck;
using GridMap.Data.Stores;

namespace GridMap.Data.Tests.Stores;

public sealed class IdSetTests
{
    [Fact]
    public void A_set_of_ids_is_that_of_a_stupid_set() => Gen.Select(Gen.Long[-200, 200].Array, Gen.Long.Array).Sample((near, far) =>
    {
        var (clever, stupid) = (new IdSet(), new HashSet<long>());
        Assert.All(near.Concat(far), id => Assert.Equal(stupid.Add(id), clever.Add(id)));
        Assert.Equal(stupid.Order(), clever.Order());
    });
}
