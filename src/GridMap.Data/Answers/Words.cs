using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Locating;

namespace GridMap.Data.Answers;

/// <summary>The ASCII words that answers use for the values of enumerations.</summary>
internal static class Words
{
    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Sure => "sure",
        Certainty.Check => "check",
        _ => "unknown",
    };

    public static string Of(GridCategory category) => category == GridCategory.Dedicated ? "dedicated" : "base";

    public static string Of(DutyChain chain) => chain == DutyChain.Emergency ? "emergency" : "everyday";

    public static string Of(Tiling tiling) => tiling == Tiling.Complete ? "complete" : "partial";

    public static string Of(AttributeType type) => type switch
    {
        AttributeType.Number => "number",
        AttributeType.Boolean => "boolean",
        AttributeType.Window => "window",
        _ => "text",
    };
}
