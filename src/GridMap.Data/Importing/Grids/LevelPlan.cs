using GridMap.Core.Grids;
using GridMap.Core.History;

namespace GridMap.Data.Importing.Grids;

/// <summary>The partition that an import of grids writes to, and the level of each of its grids.</summary>
internal sealed class LevelPlan
{
    private readonly Partition partition;

    private LevelPlan(Partition partition, Changes<Partition> changes)
    {
        this.partition = partition;
        Changes = changes;
    }

    /// <summary>The partition where it is new or changes.</summary>
    public Changes<Partition> Changes { get; }

    /// <summary>Its level ids, root first.</summary>
    public IEnumerable<string> Ids => partition.Levels.Select(l => l.Id);

    /// <summary>Makes or takes the partition for a tree of that depth.</summary>
    /// <exception cref="ImportException">The levels do not fit the tree, or the grids that are there.</exception>
    public static LevelPlan For(ImportRun run, GridImport request, GridTree tree)
    {
        var old = run.Before.Partitions.FirstOrDefault(p => p.Code == request.Partition);
        var depth = Math.Max(request.Prefix.Count, tree.Depth);
        var ids = request.Level.Count > 0
            ? request.Level
            : old is null ? LevelNames.Default(depth) : [.. old.Levels.Select(l => l.Id)];
        if (ids.Count < depth || (request.Prefix.Count > 0 && request.Level.Count > 0 && ids.Count != depth))
        {
            throw new ImportException(
                $"The grids have {depth} ranks, and there are {ids.Count} levels ({string.Join(",", ids)}). Name one "
                + "for each rank, root first, with --level.");
        }

        var wanted = Wanted(run, request, tree, old, ids);
        return new LevelPlan(
            wanted, old is not null && old.SameContent(wanted) ? Changes<Partition>.None : new([wanted], []));
    }

    /// <summary>The level of a node.</summary>
    public string Of(GridNode node) =>
        node.Row?.Level ?? (KeepsLevel(node) ? node.Before!.Grid.Level : ByHeight(node));

    // A grid that a row names without a word on its place in the tree stays at its level.
    private bool KeepsLevel(GridNode node) =>
        node.Before is { } before && Ids.Contains(before.Grid.Level) && node.Row is null or { Path.Count: 0 };

    private string ByHeight(GridNode node) => partition.Levels[Math.Max(0, partition.Levels.Count - 1 - node.Height)].Id;

    private static Partition Wanted(
        ImportRun run, GridImport request, GridTree tree, Partition? old, IReadOnlyList<string> ids)
    {
        if (old is null)
        {
            return new Partition
            {
                Id = run.NewId(),
                Code = request.Partition,
                Name = LevelNames.Of(request.Partition),
                Tiling = request.Tiling ?? Tiling.Complete,
                Levels = LevelNames.Named(ids),
                Scheme = SchemeOf(request, tree),
                IsDefault = run.Before.Partitions.Count == 0,
            };
        }

        var lost = run.Before.Grids.FirstOrDefault(
            g => g.Grid.Partition == old.Code && !ids.Contains(g.Grid.Level))?.Grid.Level;
        return lost is null || request.RetireMissing
            ? old with { Tiling = request.Tiling ?? old.Tiling, Levels = Levels(old, ids) }
            : throw new ImportException(
                $"The partition '{old.Code}' has grids at level '{lost}', which --level does not name.");
    }

    private static IReadOnlyList<Level> Levels(Partition old, IReadOnlyList<string> ids) =>
        [.. ids.Select(id => old.Levels.FirstOrDefault(l => l.Id == id) ?? new Level(id, LevelNames.Of(id)))];

    private static CodeScheme? SchemeOf(GridImport request, GridTree tree) => request.Prefix.Count == 0
        ? null
        : new CodeScheme([.. request.Prefix], tree.Nodes.All(n => n.Code.All(char.IsAsciiDigit)));
}
