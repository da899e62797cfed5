using GridMap.Core.Windows;

namespace GridMap.Core.Resources.Terms;

/// <summary>When a fee is due. A closed set.</summary>
public abstract record Fee
{
    /// <summary>It is not stated: such a place is not shown as free.</summary>
    public static readonly Fee NotStated = new OfUnknown();

    /// <summary>It is never due.</summary>
    public static readonly Fee Never = new OfNever();

    /// <summary>It is always due.</summary>
    public static readonly Fee Always = new OfAlways();

    private Fee()
    {
    }

    /// <summary>Due while a window is open, and not while it is closed; not stated while it is unknown.</summary>
    public sealed record During(Window Due) : Fee;

    /// <summary>Free while a window is open; due while it is closed.</summary>
    public sealed record FreeDuring(Window Free) : Fee;

    private sealed record OfUnknown : Fee;

    private sealed record OfNever : Fee;

    private sealed record OfAlways : Fee;
}
