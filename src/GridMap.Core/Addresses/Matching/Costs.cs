namespace GridMap.Core.Addresses.Matching;

/// <summary>
/// What speaks against an answer, in nats: the logarithm of how rarely people write so of that place. Fitted by hand on
/// generated questions; the calibration of scores makes up for what is rough in them.
/// </summary>
internal static class Costs
{
    /// <summary>A character of a script without spaces that nothing explains.</summary>
    public const float HanCharacter = 0.9f;

    /// <summary>A letter that nothing explains, and at most for its word.</summary>
    public const float Letter = 0.3f, Word = 2;

    /// <summary>A character of a remark, in brackets or by its meaning.</summary>
    public const float RemarkCharacter = 0.02f;

    /// <summary>The share of a character's cost where it belongs to a place that is known by name.</summary>
    public const float NamedPlaceShare = 0.2f;

    /// <summary>The word that says what a name is, left out: of an area, a road, a compound.</summary>
    public const float AreaWordMissing = 0.2f, RoadWordMissing = 0.7f, CompoundWordMissing = 0.5f;

    /// <summary>Another word in its place: of a road, of a compound; or one that makes it another thing.</summary>
    public const float OtherRoadWord = 2.2f, OtherCompoundWord = 1.4f, OtherThing = 2.4f, OtherThingForArea = 1.6f;

    /// <summary>An alias or an old name.</summary>
    public const float Alias = 0.1f;

    /// <summary>A name of the register that the question does not say: of an area, a road beside its compound, a compound.</summary>
    public const float AreaMissing = 0.01f, RoadMissing = 0.25f, CompoundMissing = 0.04f, CompoundMissingBeforeBuilding = 0.3f;

    /// <summary>A house number that the question does not say, beside road and compound.</summary>
    public const float DoorMissing = 0.08f;

    /// <summary>A building or a unit that is left out while something deeper is said.</summary>
    public const float LevelSkipped = 1;

    /// <summary>An answer for less than the register knows, where the register has no row of its own for it.</summary>
    public const float Gathered = 0.03f;

    /// <summary>A number that is another one in the register.</summary>
    public const float OtherNumber = 0.5f;

    /// <summary>A span of numbers that holds the one asked for.</summary>
    public const float WithinSpan = 0.3f;

    /// <summary>A number without a word taken for a house number, in Chinese text.</summary>
    public const float UnmarkedDoor = 0.1f;

    /// <summary>A house number that does not stand next to the road's name, in spaced text.</summary>
    public const float NumberApart = 0.6f;

    /// <summary>A slip beside characters that are a name as it is written.</summary>
    public const float SlipInName = 1;

    /// <summary>A town after a comma that the register does not know, beside what its word costs.</summary>
    public const float UnknownTown = 2.2f;

    /// <summary>A quarter of the sky or a number that is missing, or that is another one.</summary>
    public const float QuarterMissing = 1.5f, OtherQuarter = 4;

    /// <summary>Beyond that much an answer is none.</summary>
    public const float Most = 8.5f;

    /// <summary>That no answer is meant costs no more, however much is said.</summary>
    public const float MostForNone = 6.5f;

    /// <summary>More than any answer may cost: the question says that it is elsewhere.</summary>
    public const float Elsewhere = 100;

    /// <summary>A number that nothing explains, by what it numbers.</summary>
    private static ReadOnlySpan<float> Unexplained => [2.5f, 2.5f, 0.6f, 1.6f, 0.9f, 0.15f, 0.15f, 1.2f, 0.2f];

    /// <summary>What slips in a name of a length cost.</summary>
    public static float OfSlips(int slips, int length) => slips == 0 ? 0 : slips * (1 + (2.4f / length));

    /// <summary>A number that nothing explains.</summary>
    public static float OfNumber(Texts.Slot slot) => Unexplained[(int)slot];
}
