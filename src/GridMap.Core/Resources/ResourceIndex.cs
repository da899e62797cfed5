using System.Collections.Immutable;
using GridMap.Core.Resources.Terms;
using System.Runtime.ExceptionServices;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>
/// The resources of one state by id, source key, kind and place. Immutable and safe to share between threads; a change
/// gives a new index that shares what did not change.
/// </summary>
public sealed class ResourceIndex
{
    private const int MostTail = 4_096;

    private readonly SortedChunks<Resource> byId;
    private readonly SortedDictionary<string, ResourceKind> kinds;

    /// <summary>By key, as it was when the index was built; and the keys that came since.</summary>
    private readonly Lazy<Dictionary<SourceKey, Resource>> frozenByKey;
    private readonly ImmutableDictionary<SourceKey, long> addedKeys;

    private ResourceIndex(
        SortedChunks<Resource> byId,
        SortedDictionary<string, ResourceKind> kinds,
        Lazy<Dictionary<SourceKey, Resource>> frozenByKey,
        ImmutableDictionary<SourceKey, long> addedKeys,
        TermsBook terms)
    {
        Terms = terms;
        this.byId = byId;
        this.kinds = kinds;
        this.frozenByKey = frozenByKey;
        this.addedKeys = addedKeys;
    }

    /// <summary>The different terms among them, shared by the indexes that come of one another.</summary>
    public TermsBook Terms { get; }

    /// <summary>How many there are.</summary>
    public int Count => byId.Count;

    /// <summary>The ids of the kinds that occur, sorted (ordinal).</summary>
    public IReadOnlyCollection<string> Kinds => kinds.Keys;

    /// <summary>Whether a kind occurs.</summary>
    public bool HasKind(string kind) => kinds.ContainsKey(kind);

    /// <summary>How many came and went since the index was built; <see cref="Compact"/> when it is some thousand.</summary>
    public int ChangedCount => kinds.Values.Sum(static k => k.ChangedCount);

    /// <summary>Builds the index; the resources may come in any order.</summary>
    /// <exception cref="ArgumentException">
    /// Two have the same id, or one has an empty shape, or a coordinate that is not finite or out of range.
    /// </exception>
    public static ResourceIndex Build(IEnumerable<Resource> resources)
    {
        var byId = SortedChunks.ById(resources);
        var groups = GroupByKind(byId).ToArray();
        var built = new ResourceKind[groups.Length];
        try
        {
            Parallel.For(0, groups.Length, i => built[i] = ResourceKind.Build([.. groups[i].Value]));
        }
        catch (AggregateException e)
        {
            // What is wrong is wrong with one resource, on whatever thread it was seen.
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }

        var kinds = new SortedDictionary<string, ResourceKind>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            kinds.Add(groups[i].Key, built[i]);
        }

        return new ResourceIndex(byId, kinds, Late(byId), ImmutableDictionary<SourceKey, long>.Empty, new TermsBook());
    }

    /// <summary>The resource of that id, or null.</summary>
    public Resource? Find(long id) => byId.Find(id);

    /// <summary>The resource of that source key, or null. The first call after a build makes the table.</summary>
    public Resource? Find(SourceKey key)
    {
        if (addedKeys.TryGetValue(key, out var id) && Find(id) is { } added && added.SourceKey == key)
        {
            return added;
        }

        return frozenByKey.Value.TryGetValue(key, out var found) && ReferenceEquals(Find(found.Id), found) ? found : null;
    }

    /// <summary>The resources of a kind, or all, in the order of ids.</summary>
    public IEnumerable<Resource> List(string? kind = null) => kind is null ? byId : byId.Where(r => r.Kind == kind);

    /// <summary>The nearest that qualify, nearest first, ties by key (ordinal); none for an unknown kind.</summary>
    /// <exception cref="ArgumentException">The point, the limit or the radius is out of range.</exception>
    public IReadOnlyList<NearestHit> Nearest(NearestQuery query)
    {
        Check(query);
        using var search = NearestSearch<ResourceItems>.Start(
            LatticePoint.From(query.Point), query.Limit, query.RadiusMetres ?? double.PositiveInfinity);
        AddKinds(search, query);
        return search.List(static (items, number, metres) => new NearestHit(items.Get(number), metres));
    }

    /// <summary>How many of a kind are within a radius, metres, the radius included; 0 for an unknown kind.</summary>
    /// <exception cref="ArgumentException">The point or the radius is out of range.</exception>
    public int CountWithin(string kind, LonLat point, double radiusMetres)
    {
        var query = new NearestQuery { Point = point, Kind = kind, RadiusMetres = radiusMetres };
        Check(query);
        using var search = NearestSearch<ResourceItems>.Start(
            LatticePoint.From(point), int.MaxValue, radiusMetres);
        AddKinds(search, query);
        return search.Count();
    }

    /// <summary>
    /// The index after a change: it costs what changed since the last build, not what there is. What is more than there was
    /// is built anew at once.
    /// </summary>
    /// <param name="put">New ones, and new versions of old ones.</param>
    /// <param name="retired">Ids of those that are gone; unknown ones are passed over.</param>
    public ResourceIndex With(IReadOnlyCollection<Resource> put, IReadOnlyCollection<long> retired)
    {
        var gone = put.Select(static r => r.Id).Concat(retired).Distinct().Select(Find).OfType<Resource>()
            .ToLookup(static r => r.Kind);
        if (put.Count > Math.Max(MostTail, Count))
        {
            return Build(byId.With(put, gone.SelectMany(static g => g)));
        }

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

        return new ResourceIndex(
            byId.With(put, gone.SelectMany(static g => g)),
            newKinds,
            frozenByKey,
            addedKeys.SetItems(put.Select(static r => KeyValuePair.Create(r.SourceKey, r.Id))),
            Terms);
    }

    /// <summary>The same resources in an index without a tail of changes; only the kinds that have one are built again.</summary>
    public ResourceIndex Compact()
    {
        if (ChangedCount == 0)
        {
            return this;
        }

        var compact = new SortedDictionary<string, ResourceKind>(StringComparer.Ordinal);
        foreach (var (name, kind) in kinds)
        {
            compact.Add(name, kind.Compact());
        }

        return new ResourceIndex(byId, compact, Late(byId), ImmutableDictionary<SourceKey, long>.Empty, Terms);
    }

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

    // Apart, so that what is made later holds nothing but the list.
    private static Lazy<Dictionary<SourceKey, Resource>> Late(SortedChunks<Resource> resources) => new(() => ByKey(resources));

    private static Dictionary<SourceKey, Resource> ByKey(SortedChunks<Resource> resources)
    {
        var table = new Dictionary<SourceKey, Resource>(resources.Count);
        foreach (var resource in resources)
        {
            table.TryAdd(resource.SourceKey, resource);
        }

        return table;
    }

    private static Dictionary<string, List<Resource>> GroupByKind(SortedChunks<Resource> resources)
    {
        var groups = new Dictionary<string, List<Resource>>();
        var last = long.MinValue;
        foreach (var resource in resources)
        {
            if (resource.Id == last)
            {
                throw new ArgumentException($"The resource id {resource.Id} occurs twice.", nameof(resources));
            }

            last = resource.Id;
            if (!groups.TryGetValue(resource.Kind, out var group))
            {
                groups.Add(resource.Kind, group = []);
            }

            group.Add(resource);
        }

        return groups;
    }

    private void AddKinds(NearestSearch<ResourceItems> search, NearestQuery query)
    {
        if (query.Kind is null)
        {
            foreach (var kind in kinds.Values)
            {
                kind.AddTo(search, query, Terms);
            }
        }
        else if (kinds.TryGetValue(query.Kind, out var kind))
        {
            kind.AddTo(search, query, Terms);
        }
    }
}
