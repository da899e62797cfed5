using GridMap.Bench.Data;

namespace GridMap.Bench.Addresses;

/// <summary>The registers that are asked.</summary>
internal static class AddressSets
{
    /// <summary>The sample's, and Neukölln's where it is.</summary>
    public static IEnumerable<string> Files()
    {
        if (FindSample() is { } sample)
        {
            yield return sample;
        }

        if (GridSets.FindShared("neukoelln/addresses.csv") is { } berlin)
        {
            yield return berlin;
        }
    }

    private static string? FindSample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "geodata", "sample", "addresses.csv");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
