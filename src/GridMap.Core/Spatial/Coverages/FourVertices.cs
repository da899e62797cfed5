using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>Four vertices that follow one another, their coordinates side by side.</summary>
internal static class FourVertices
{
    /// <summary>Their coordinates, in the order first, third, second, fourth: so they come cheapest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref readonly LatticePoint first, out Vector256<long> x, out Vector256<long> y)
    {
        ref var place = ref Unsafe.As<LatticePoint, long>(ref Unsafe.AsRef(in first));
        var (low, high) = (Vector256.LoadUnsafe(ref place), Vector256.LoadUnsafe(ref place, 4));
        x = Avx2.IsSupported ? Avx2.UnpackLow(low, high) : Vector256.Create(low[0], high[0], low[2], high[2]);
        y = Avx2.IsSupported ? Avx2.UnpackHigh(low, high) : Vector256.Create(low[1], high[1], low[3], high[3]);
    }
}
