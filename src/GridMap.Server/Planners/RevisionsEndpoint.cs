using GridMap.Data.Answers;
using GridMap.Server.Maps;

namespace GridMap.Server.Planners;

/// <summary><c>/revisions</c>: what was recorded, the newest first.</summary>
internal static class RevisionsEndpoint
{
    public static async Task<IResult> Answer(HttpContext context, MapHolder maps)
    {
        var revisions = new List<RevisionJson>();
        await foreach (var revision in maps.Store.ListRevisionsAsync(context.RequestAborted))
        {
            revisions.Add(RevisionJson.From(revision));
        }

        return StateAnswers.WriteUnkept(context, new RevisionsJson(revisions));
    }
}
