using GridMap.Data.Stores;
using GridMap.Data.Stores.Spooling;

namespace GridMap.Data.Tests.Stores.Spooling;

public sealed class SpoolFileTests
{
    [Fact]
    public void Records_of_any_length_are_read_in_order_and_at_random()
    {
        var random = new Random(5);
        using var spool = new SpoolFile();
        var records = new List<(long Place, byte[] Bytes)>();
        for (var i = 0; i < 4000; i++)
        {
            var bytes = new byte[i % 100 == 99 ? random.Next(400_000) : random.Next(300)];
            random.NextBytes(bytes);
            records.Add((spool.Append(bytes), bytes));
            var (place, expected) = records[random.Next(records.Count)];
            Assert.True(spool.Read(place).SequenceEqual(expected));
        }

        var places = new List<long>();
        for (long? place = 0; place is { } at; place = spool.Next(at))
        {
            Assert.True(spool.Read(at).SequenceEqual(records[places.Count].Bytes));
            places.Add(at);
        }

        Assert.Equal(records.Select(static r => r.Place), places);
    }

    [Fact]
    public void A_temporary_file_has_no_name_once_it_is_open()
    {
        using var file = TemporaryFile.Create();
        Assert.Equal(OperatingSystem.IsWindows(), File.Exists(file.Name));
        file.Write([1, 2, 3]);
        Assert.Equal(3, file.Length);
    }
}
