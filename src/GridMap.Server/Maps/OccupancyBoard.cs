using System.Collections.Concurrent;
using GridMap.Core.Resources;
using GridMap.Data.Answers;

namespace GridMap.Server.Maps;

/// <summary>The last counts of all resources, in memory. For many threads.</summary>
internal sealed class OccupancyBoard(DeploymentClock clock, TimeSpan liveFor)
{
    /// <summary>The setting with the minutes after which a count is not live any more.</summary>
    public const string Setting = "GRIDMAP_OCCUPANCY_MINUTES";

    private readonly ConcurrentDictionary<long, Occupancy> last = new();

    /// <summary>Takes counts; of two of one resource the later stays.</summary>
    public void Take(params IEnumerable<Occupancy> counts)
    {
        foreach (var count in counts)
        {
            last.AddOrUpdate(count.ResourceId, count, (_, old) => count.At >= old.At ? count : old);
        }
    }

    /// <summary>The last count of a resource as answers write it, with its age now; null where nobody counts.</summary>
    public OccupancyJson? Find(Resource resource) =>
        last.TryGetValue(resource.Id, out var count) ? ToJson(count, resource) : null;

    /// <summary>A count as answers write it, with its age now.</summary>
    public OccupancyJson ToJson(Occupancy count, Resource resource) =>
        OccupancyJson.Of(count, resource, clock.Now, liveFor);
}
