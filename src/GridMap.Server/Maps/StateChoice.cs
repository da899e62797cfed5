using System.Globalization;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Server.Problems;
using GridMap.Server.Requests;

namespace GridMap.Server.Maps;

/// <summary>The state and the instant that a request asks for.</summary>
/// <param name="At">The instant, with the zone's offset.</param>
/// <param name="AsOfRevision">The revision, when one was named.</param>
/// <param name="AsOfTime">When it was known, when a time was named.</param>
/// <param name="IsNow">Whether no other than the current state is asked for.</param>
internal sealed record StateQuestion(DateTimeOffset At, long? AsOfRevision, DateTimeOffset? AsOfTime, bool IsNow);

/// <summary>Finds the map that a request asks for by <c>at</c> and <c>asof</c>.</summary>
internal sealed class StateChoice(MapHolder holder, StateCache cache, DeploymentClock clock)
{
    /// <summary>The clock by which times are read.</summary>
    public DeploymentClock Clock => clock;

    /// <summary>Reads <c>at</c> and <c>asof</c>.</summary>
    public StateQuestion Read(ParameterReader parameters)
    {
        var at = FindTime(parameters, Parameters.At);
        var asOf = parameters.Find(Parameters.AsOf);
        var revision = long.TryParse(asOf, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (long?)null;
        var known = asOf is null || revision is not null ? null : FindTime(parameters, Parameters.AsOf);
        return new StateQuestion(at ?? clock.Now, revision, known, at is null && asOf is null);
    }

    /// <summary>The map of the state asked for, or the problem why there is none.</summary>
    /// <exception cref="Data.Stores.StoreException">Another state than the current one, and the store is away.</exception>
    public ValueTask<(CityMap? Map, Problem? Problem)> FindAsync(
        StateQuestion question, HttpContext context) => holder.Current switch
        {
            null => ValueTask.FromResult<(CityMap?, Problem?)>((null, Problem.Unavailable("The map is being loaded."))),
            var current when question.IsNow => ValueTask.FromResult<(CityMap?, Problem?)>((current, null)),
            // Only here, because a token is made for each request that asks for its own.
            var current => FindOtherAsync(current, question, context.RequestAborted),
        };

    private async ValueTask<(CityMap? Map, Problem? Problem)> FindOtherAsync(
        CityMap current, StateQuestion question, CancellationToken cancellation)
    {
        var revision = question.AsOfTime is { } time
            ? await FindRevisionAsync(time, cancellation)
            : question.AsOfRevision ?? current.State.Revision;
        if (revision > current.State.Revision)
        {
            return (null, Problem.NotFound($"There is no revision {revision}; {current.State.Revision} is the last."));
        }

        var map = await cache.FindAsync(new MapState(revision, clock.DateOf(question.At)), cancellation);
        return map is null
            ? (null, Problem.Unavailable("Too many requests wait for past or future states."))
            : (map, null);
    }

    private async Task<long> FindRevisionAsync(DateTimeOffset known, CancellationToken cancellation)
    {
        await foreach (var revision in holder.Store.ListRevisionsAsync(cancellation))
        {
            if (revision.RecordedAt <= known)
            {
                return revision.Number;
            }
        }

        return 0;
    }

    private DateTimeOffset? FindTime(ParameterReader parameters, Parameter parameter)
    {
        if (parameters.Find(parameter) is not { } text)
        {
            return null;
        }

        if (clock.TryParse(text, out var instant))
        {
            return instant;
        }

        parameters.RefuseValue(parameter, text);
        return null;
    }
}
