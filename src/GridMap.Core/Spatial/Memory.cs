using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GridMap.Core.Spatial;

/// <summary>Asks memory for what is read soon, so that waiting for several things happens at once.</summary>
internal static unsafe class Memory
{
    private const int CacheLine = 64;

    /// <summary>The item of an array; what lies beyond an array's end does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref readonly T item)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in item)));
        }
    }

    /// <summary>Some items that follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref readonly T first, int count)
        where T : unmanaged
    {
        for (var offset = 0; offset < count * sizeof(T); offset += CacheLine)
        {
            Prefetch(in Unsafe.AddByteOffset(ref Unsafe.AsRef(in first), offset));
        }
    }

    /// <summary>The beginning of an object. If it is moved meanwhile, a line was read for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(object? item) =>
        Prefetch(in Unsafe.AsRef<byte>((void*)Unsafe.As<object?, nint>(ref item)));
}
