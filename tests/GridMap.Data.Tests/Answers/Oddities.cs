using System.Text;
using System.Text.Json;
using GridMap.Data.Answers;

namespace GridMap.Data.Tests.Answers;

/// <summary>Texts that JSON has to escape, and answers as their records alone give them.</summary>
internal static class Oddities
{
    private static readonly string[] Parts =
        ["槐", "\"", "\\", "\u0001", "\n", "<b>&'+", "a", " ", "😀", "\ud83d", "é", "\u2028", "/", "\u007f"];

    private static readonly JsonSerializerOptions Plain = new(AnswerJson.Indented) { WriteIndented = false };

    /// <summary>A text of quotes, Chinese, control characters, whole and halved surrogates; it may be empty.</summary>
    public static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Parts[random.Next(Parts.Length)]));

    /// <summary>The same, or null.</summary>
    public static string? TextOrNull(Random random) => random.Next(4) == 0 ? null : Text(random);

    /// <summary>The compact JSON of a record, nothing of it kept.</summary>
    public static string Json<T>(T record) => AnswerJson.Write(record, Plain);

    /// <summary>What is written into a buffer.</summary>
    public static string Written(Action<AnswerBuffer> write)
    {
        using var buffer = new AnswerBuffer();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
