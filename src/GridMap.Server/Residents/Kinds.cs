using GridMap.Core;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Problems;

namespace GridMap.Server.Residents;

/// <summary><c>/kinds</c>: the words that answers use.</summary>
internal static class Kinds
{
    public static IResult Answer(HttpContext context, MapHolder maps) =>
        maps.Current is { } map
            ? StateAnswers.Write(context, map.State, MetadataAnswers.ToVocabulary(map))
            : Problem.Unavailable("The map is being loaded.");

    /// <summary>Whether a kind is in the vocabulary or in use.</summary>
    public static bool Has(CityMap map, string kind) =>
        map.Resources.HasKind(kind)
        || map.Snapshot.Terms.Any(t => t.Vocabulary == Vocabulary.Kind && t.Code == kind);
}
