using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Planners;

/// <summary><c>/revisions</c>: what was recorded, the newest first.</summary>
internal static class RevisionsEndpoint
{
    private const int LargestPage = 10_000;

    private static readonly Parameter Limit = new(
        "limit", ParameterType.Integer, "At most how many; all when absent.", "a whole number from 1 to 10000");

    public static readonly ParameterList Accepted = new(Limit);

    public static async Task<IResult> Answer(HttpContext context, MapHolder maps)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var limit = parameters.FindInteger(Limit, 1, LargestPage) ?? int.MaxValue;
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var revisions = new List<RevisionJson>();
        await foreach (var revision in maps.Store.ListRevisionsAsync(context.RequestAborted))
        {
            revisions.Add(RevisionJson.From(revision));
            if (revisions.Count == limit)
            {
                break;
            }
        }

        return StateAnswers.WriteUnkept(context, new RevisionsJson(revisions));
    }
}
