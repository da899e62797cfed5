namespace GridMap.Core.Windows;

/// <summary>Why a text is not a window.</summary>
/// <param name="Position">The place in the text, 0 for its first character; its length when it ends too early.</param>
/// <param name="Expected">What was expected there.</param>
public sealed record WindowError(int Position, LocalText Expected)
{
    /// <summary>The whole sentence, counting characters from 1.</summary>
    public LocalText Message => new(
        $"时间规则第 {Position + 1} 个字符处应为{Expected.Zh}", $"at character {Position + 1}, {Expected.En} was expected");
}
