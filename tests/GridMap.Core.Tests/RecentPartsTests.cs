namespace GridMap.Core.Tests;

public class RecentPartsTests
{
    private int made;

    [Fact]
    public void Every_object_has_its_own_part_however_many_there_are()
    {
        var parts = new RecentParts<object, object>(8, static key => key);
        var keys = Enumerable.Range(0, 100).Select(static _ => new object()).ToList();
        Assert.All([.. keys, .. keys], key => Assert.Same(key, parts.Of(key)));
    }

    [Fact]
    public void As_many_objects_as_share_a_place_do_not_drive_each_other_out()
    {
        var parts = Counting();
        var keys = Enumerable.Range(0, 4).Select(static _ => new object()).ToList();
        Assert.All([.. keys, .. keys, .. keys], key => parts.Of(key));
        Assert.Equal(4, made);
    }

    [Fact]
    public void One_more_drives_out_the_one_that_came_first()
    {
        var parts = Counting();
        var keys = Enumerable.Range(0, 5).Select(static _ => new object()).ToList();
        Assert.All([.. keys, .. keys[1..]], key => parts.Of(key));
        Assert.Equal(5, made);
        parts.Of(keys[0]);
        Assert.Equal(6, made);
    }

    private RecentParts<object, int> Counting() => new(4, _ => ++made);
}
