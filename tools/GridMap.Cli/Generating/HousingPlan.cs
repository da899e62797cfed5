using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

/// <summary>How many households, compounds and parks each grid gets; all totals exact.</summary>
internal static class HousingPlan
{
    /// <summary>Households of base grids from 300 to 500, of a few a little outside, and of some dedicated ones.</summary>
    public static void SpreadHouseholds(IReadOnlyList<Leaf> leaves, long total, SplitMix random)
    {
        foreach (var leaf in random.Shuffled(leaves.Where(l => l.Category == GridCategory.Dedicated)).Take(12))
        {
            leaf.Households = random.Between(20, 90);
        }

        var bases = random.Shuffled(leaves.Where(l => l.Category == GridCategory.Base));
        foreach (var (leaf, i) in bases.Select((l, i) => (l, i)))
        {
            leaf.Households = i < 4 ? random.Between(240, 290) : i < 8 ? random.Between(510, 560)
                : (random.Between(305, 495) + random.Between(305, 495)) / 2;
        }

        var rest = total - leaves.Sum(l => l.Households);
        for (var i = 0; rest != 0; i = (i + 1) % (bases.Count - 8))
        {
            var leaf = bases[i + 8];
            var step = Math.Sign(rest);
            if (leaf.Households + step is >= 300 and <= 500)
            {
                leaf.Households += step;
                rest -= step;
            }
        }
    }

    /// <summary>Compounds of each base grid: one for most, none for old quarters, two or three for the largest.</summary>
    public static Dictionary<Leaf, int> SpreadCompounds(IReadOnlyList<Leaf> bases, Func<Leaf, double> area, int total, SplitMix random)
    {
        var counts = bases.ToDictionary(l => l, _ => 1);
        foreach (var leaf in random.Shuffled(bases).Take(bases.Count / 17))
        {
            counts[leaf] = 0;
        }

        var largest = bases.Where(l => counts[l] > 0).OrderByDescending(area).ThenBy(l => l.Code, StringComparer.Ordinal).ToList();
        var missing = total - counts.Values.Sum();
        for (var i = 0; i < missing; i++)
        {
            counts[largest[i % (missing * 4 / 5)]]++;
        }

        return counts;
    }
}
