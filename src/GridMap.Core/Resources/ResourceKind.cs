using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>The resources of one kind with their index: numbered by id, then those that came later.</summary>
internal sealed class ResourceKind
{
    private readonly Resource[] frozen;
    private readonly Resource[] added;
    private readonly HashSet<int> retired;
    private readonly NearestIndex index;

    private ResourceKind(Resource[] frozen, Resource[] added, HashSet<int> retired, NearestIndex index)
    {
        this.frozen = frozen;
        this.added = added;
        this.retired = retired;
        this.index = index;
    }

    public int Count => frozen.Length + added.Length - retired.Count;

    /// <summary>Takes resources that are sorted by id.</summary>
    public static ResourceKind Build(Resource[] resources) =>
        new(resources, [], [], NearestIndex.Build([.. resources.Select(BoxOf)]));

    /// <summary>The place of an id among resources sorted by id; negative when it is not there.</summary>
    public static int IndexOf(Resource[] resources, long id)
    {
        var (low, high) = (0, resources.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = resources[middle].Id.CompareTo(id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public Resource At(int number) => number < frozen.Length ? frozen[number] : added[number - frozen.Length];

    public IEnumerable<Resource> List()
    {
        var live = Enumerable.Range(0, index.Count).Where(n => !retired.Contains(n)).Select(At);
        return added.Length == 0 ? live : live.OrderBy(static r => r.Id);
    }

    public void Visit(NearestSearch<Resource, ResourceItems> search, LonLat point, Func<Resource, bool>? filter) =>
        index.Visit(search, new ResourceItems(this, point, filter));

    /// <summary>Puts resources and takes the versions away that had these ids.</summary>
    public ResourceKind With(Resource[] put, IReadOnlyCollection<long> gone)
    {
        var numbers = gone.Select(NumberOf).ToList();
        return new ResourceKind(
            frozen, [.. added, .. put], [.. retired, .. numbers], index.With([.. put.Select(BoxOf)], numbers));
    }

    private static LatticeBox BoxOf(Resource resource) => resource.Gates.Count == 0
        ? LatticeBox.Of(resource.Shape)
        : resource.Gates.Select(static g => LatticeBox.Of(LatticePoint.From(g)))
            .Aggregate(static (a, b) => a.Union(b));

    private int NumberOf(long id)
    {
        var last = Array.FindLastIndex(added, r => r.Id == id);
        return last >= 0 ? frozen.Length + last : IndexOf(frozen, id);
    }
}
