namespace GridMap.Core.Windows;

/// <summary>Why a text is not a window.</summary>
/// <param name="Position">The place in the text, 0 for its first character; its length when it ends too early.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="IsOutside">
/// Whether a word of the grammar stands there that is outside the subset (<c>sunrise</c>, <c>easter</c>, <c>week</c>,
/// <c>SH</c> …): the text may well be a window, but not one that can be evaluated.
/// </param>
public sealed record WindowError(int Position, LocalText Expected, bool IsOutside)
{
    /// <summary>The whole sentence, counting characters from 1.</summary>
    public LocalText Message => new(
        $"时间规则第 {Position + 1} 个字符处应为{Expected.Zh}", $"at character {Position + 1}, {Expected.En} was expected");
}
