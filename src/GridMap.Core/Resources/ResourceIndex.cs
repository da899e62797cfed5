using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>
/// The resources of one state by id, source key, kind and place. Immutable and safe to share between threads; a change
/// gives a new index that shares what did not change.
/// </summary>
public sealed class ResourceIndex
{
    private readonly Resource[] frozen;
    private readonly Dictionary<long, Resource?> changed;
    private readonly SortedDictionary<string, ResourceKind> kinds;
    private readonly Lazy<Dictionary<SourceKey, Resource>> frozenByKey;

    private ResourceIndex(Resource[] frozen, SortedDictionary<string, ResourceKind> kinds)
        : this(frozen, [], kinds, new(() => ByKey(frozen)))
    {
    }

    private ResourceIndex(
        Resource[] frozen,
        Dictionary<long, Resource?> changed,
        SortedDictionary<string, ResourceKind> kinds,
        Lazy<Dictionary<SourceKey, Resource>> frozenByKey)
    {
        this.frozen = frozen;
        this.changed = changed;
        this.kinds = kinds;
        this.frozenByKey = frozenByKey;
        Count = kinds.Values.Sum(static k => k.Count);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The ids of the kinds that occur, sorted (ordinal).</summary>
    public IReadOnlyCollection<string> Kinds => kinds.Keys;

    /// <summary>How many changes came since the index was built; <see cref="Compact"/> when it is some thousand.</summary>
    public int ChangedCount => changed.Count;

    /// <summary>Builds the index; the resources may come in any order.</summary>
    /// <exception cref="ArgumentException">Two have the same id, or one has an empty shape.</exception>
    public static ResourceIndex Build(IEnumerable<Resource> resources)
    {
        var byId = SortById(resources.ToArray());
        var groups = GroupByKind(byId).ToArray();
        var built = new ResourceKind[groups.Length];
        Parallel.For(0, groups.Length, i => built[i] = ResourceKind.Build([.. groups[i].Value]));
        var kinds = new SortedDictionary<string, ResourceKind>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            kinds.Add(groups[i].Key, built[i]);
        }

        return new ResourceIndex(byId, kinds);
    }

    /// <summary>The resource of that id, or null.</summary>
    public Resource? Find(long id)
    {
        if (changed.TryGetValue(id, out var resource))
        {
            return resource;
        }

        var at = frozen.AsSpan().BinarySearch(new IdOrder(id));
        return at < 0 ? null : frozen[at];
    }

    /// <summary>The resource of that source key, or null. The first call after a build makes the table.</summary>
    public Resource? Find(SourceKey key)
    {
        foreach (var resource in changed.Values)
        {
            if (resource is not null && resource.SourceKey == key)
            {
                return resource;
            }
        }

        return frozenByKey.Value.TryGetValue(key, out var found) && !changed.ContainsKey(found.Id) ? found : null;
    }

    /// <summary>The resources of a kind, or all, in the order of ids.</summary>
    public IEnumerable<Resource> List(string? kind = null)
    {
        IEnumerable<Resource> all = changed.Count == 0
            ? frozen
            : frozen.Where(r => !changed.ContainsKey(r.Id)).Concat(changed.Values.OfType<Resource>())
                .OrderBy(static r => r.Id);
        return kind is null ? all : all.Where(r => r.Kind == kind);
    }

    /// <summary>The nearest that qualify, nearest first, ties by key (ordinal); none for an unknown kind.</summary>
    /// <exception cref="ArgumentException">The point, the limit or the radius is out of range.</exception>
    public IReadOnlyList<NearestHit> Nearest(NearestQuery query)
    {
        Check(query);
        using var search = NearestSearch<Resource, ResourceItems>.Start(
            LatticePoint.From(query.Point), query.Limit, query.RadiusMetres ?? double.PositiveInfinity);
        foreach (var kind in query.Kind is null ? [.. kinds.Values] : FindKind(query.Kind))
        {
            kind.AddTo(search, query.Filter);
        }

        return Array.ConvertAll(search.List(), static hit => new NearestHit(hit.Item, hit.Distance));
    }

    /// <summary>
    /// The index after a change: it costs what changed since the last build, not what there is.
    /// </summary>
    /// <param name="put">New ones, and new versions of old ones.</param>
    /// <param name="retired">Ids of those that are gone; unknown ones are passed over.</param>
    public ResourceIndex With(IReadOnlyCollection<Resource> put, IReadOnlyCollection<long> retired)
    {
        var gone = put.Select(static r => r.Id).Concat(retired).Distinct().Select(Find).OfType<Resource>()
            .ToLookup(static r => r.Kind);
        var come = put.ToLookup(static r => r.Kind);
        var newKinds = new SortedDictionary<string, ResourceKind>(kinds, StringComparer.Ordinal);
        foreach (var kind in gone.Concat(come).Select(static g => g.Key).Distinct())
        {
            var old = kinds.GetValueOrDefault(kind) ?? ResourceKind.Build([]);
            newKinds[kind] = old.With([.. come[kind]], [.. gone[kind]]);
        }

        foreach (var empty in newKinds.Where(static k => k.Value.Count == 0).ToList())
        {
            newKinds.Remove(empty.Key);
        }

        return new ResourceIndex(frozen, Changed(put, retired), newKinds, frozenByKey);
    }

    /// <summary>The same resources in an index without a tail of changes.</summary>
    public ResourceIndex Compact() => changed.Count == 0 ? this : Build(List());

    private static void Check(NearestQuery query)
    {
        if (!query.Point.IsValid)
        {
            throw new ArgumentException(
                "Longitude must be from -180 to 180 and latitude from -90 to 90 degrees.", nameof(query));
        }

        if (query.Limit is < 1 or > NearestQuery.GreatestLimit)
        {
            throw new ArgumentException($"The limit must be from 1 to {NearestQuery.GreatestLimit}.", nameof(query));
        }

        if (query.RadiusMetres is { } radius && !(radius >= 0))
        {
            throw new ArgumentException("The radius must be 0 or more metres.", nameof(query));
        }
    }

    private static Dictionary<SourceKey, Resource> ByKey(Resource[] resources)
    {
        var table = new Dictionary<SourceKey, Resource>(resources.Length);
        foreach (var resource in resources)
        {
            table.TryAdd(resource.SourceKey, resource);
        }

        return table;
    }

    private static Resource[] SortById(Resource[] resources)
    {
        for (var i = 1; i < resources.Length; i++)
        {
            if (resources[i].Id <= resources[i - 1].Id)
            {
                Array.Sort(resources, static (a, b) => a.Id.CompareTo(b.Id));
                break;
            }
        }

        for (var i = 1; i < resources.Length; i++)
        {
            if (resources[i].Id == resources[i - 1].Id)
            {
                throw new ArgumentException($"The resource id {resources[i].Id} occurs twice.", nameof(resources));
            }
        }

        return resources;
    }

    private static Dictionary<string, List<Resource>> GroupByKind(Resource[] resources)
    {
        var groups = new Dictionary<string, List<Resource>>();
        foreach (var resource in resources)
        {
            if (!groups.TryGetValue(resource.Kind, out var group))
            {
                groups.Add(resource.Kind, group = []);
            }

            group.Add(resource);
        }

        return groups;
    }

    private ResourceKind[] FindKind(string kind) => kinds.TryGetValue(kind, out var found) ? [found] : [];

    private readonly struct IdOrder(long id) : IComparable<Resource>
    {
        public int CompareTo(Resource? other) => id.CompareTo(other!.Id);
    }

    private Dictionary<long, Resource?> Changed(IEnumerable<Resource> put, IEnumerable<long> retired)
    {
        var all = new Dictionary<long, Resource?>(changed);
        foreach (var id in retired)
        {
            all[id] = null;
        }

        foreach (var resource in put)
        {
            all[resource.Id] = resource;
        }

        return all;
    }
}
