using System.Runtime.CompilerServices;

namespace GridMap.Bench.Ratios;

/// <summary>Takes results, so that no work is left out as useless.</summary>
internal static class Sink
{
    private static long taken;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Take(long value) => taken += value;
}
