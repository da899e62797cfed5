using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>The resources of one kind in the order of their index, then those that came later.</summary>
internal sealed class ResourceKind
{
    private readonly Resource[] frozen;
    private readonly Resource[] added;
    private readonly NearestIndex index;
    private readonly TermNumbers frozenTerms;
    private readonly TermNumbers addedTerms;
    private readonly AttributeColumns frozenColumns;
    private readonly AttributeColumns addedColumns;

    private ResourceKind(Resource[] frozen, NearestIndex index)
        : this(frozen, [], frozen.Length, index, new TermNumbers(frozen), new AttributeColumns(frozen))
    {
    }

    private ResourceKind(
        Resource[] frozen,
        Resource[] added,
        int count,
        NearestIndex index,
        TermNumbers frozenTerms,
        AttributeColumns frozenColumns)
    {
        this.frozen = frozen;
        this.added = added;
        this.index = index;
        this.frozenTerms = frozenTerms;
        this.frozenColumns = frozenColumns;
        addedTerms = new TermNumbers(added);
        addedColumns = new AttributeColumns(added);
        Count = count;
    }

    public int Count { get; }

    /// <summary>How many came and went since the index was built.</summary>
    public int ChangedCount => added.Length + index.RetiredCount;

    /// <summary>Bytes beside the resources.</summary>
    public long Bytes => ((frozen.LongLength + added.LongLength) * 8) + index.Bytes;

    public static ResourceKind Build(Resource[] resources)
    {
        using var rented = new Rented<LatticeBox>(resources.Length);
        var boxes = rented.Array;
        Ranges.ForEach(resources.Length, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                boxes[i] = BoxOf(resources[i]);
            }
        });
        var index = NearestIndex.Build(
            boxes, resources.Length, (a, b) => ResourceItems.Compare(resources[a], resources[b]), out var order);
        var inOrder = new Resource[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            inOrder[i] = resources[order[i]];
        }

        return new(inOrder, index);
    }

    public void AddTo(NearestSearch<ResourceItems> search, NearestQuery query, TermsBook book)
    {
        var terms = query.Terms is null ? null : TermsFilter.Of(frozenTerms, addedTerms, book, query.Terms);
        if (query.Terms is null || terms is not null)
        {
            index.AddTo(search, new ResourceItems(frozen, added, FilterOf(query, terms)));
        }
    }

    /// <summary>Puts resources and takes others away, the very ones that are there.</summary>
    public ResourceKind With(Resource[] put, IReadOnlyCollection<Resource> gone)
    {
        Resource[] all = [.. added, .. put];
        return new(
            frozen,
            all,
            Count + put.Length - gone.Count,
            index.With(
                [.. put.Select(BoxOf)],
                [.. gone.Select(NumberOf)],
                (a, b) => ResourceItems.Compare(all[a], all[b])),
            frozenTerms,
            frozenColumns);
    }

    /// <summary>The same resources in an index without a tail; itself where it has none.</summary>
    public ResourceKind Compact() => ChangedCount == 0 ? this : Build(List());

    private static LatticeBox BoxOf(Resource resource)
    {
        if (resource.Gates.Count == 0)
        {
            return LatticeBox.Of(resource.Shape);
        }

        return resource.Gates.Select(static g => LatticeBox.Of(LatticePoint.From(g)))
            .Aggregate(static (a, b) => a.Union(b));
    }

    private ResourceFilter? FilterOf(NearestQuery query, TermsFilter? terms)
    {
        if (terms is null && query.Attributes.Count == 0)
        {
            return null;
        }

        var columns = new ColumnFilter[query.Attributes.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new ColumnFilter(query.Attributes[i], frozenColumns, addedColumns);
        }

        return new ResourceFilter(terms, columns);
    }

    private Resource[] List()
    {
        var all = new List<Resource>(Count);
        for (var number = 0; number < frozen.Length + added.Length; number++)
        {
            if (!index.IsRetired(number))
            {
                all.Add(number < frozen.Length ? frozen[number] : added[number - frozen.Length]);
            }
        }

        return [.. all];
    }

    private int NumberOf(Resource resource)
    {
        var last = Array.LastIndexOf(added, resource);
        return last >= 0
            ? frozen.Length + last
            : index.ListFrozen(BoxOf(resource)).First(number => ReferenceEquals(frozen[number], resource));
    }
}
