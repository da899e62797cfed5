namespace GridMap.Core;

/// <summary>A text in the two languages that users see.</summary>
/// <param name="Zh">Simplified Chinese; never null, may be empty where only English is known.</param>
/// <param name="En">English; never null, may be empty where only Chinese is known.</param>
public readonly record struct LocalText(string Zh, string En)
{
    /// <summary>The same text in both languages, for names that have no translation.</summary>
    public static LocalText Same(string text) => new(text, text);

    /// <summary>The Chinese text, or the English one where there is none.</summary>
    public override string ToString() => string.IsNullOrEmpty(Zh) ? En : Zh;
}
