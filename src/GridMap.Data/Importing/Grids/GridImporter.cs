using GridMap.Core.History;

namespace GridMap.Data.Importing.Grids;

/// <summary>Makes the changes of an import of grids.</summary>
internal static class GridImporter
{
    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, GridImport request, ChangeSet changes)
    {
        Check(request);
        var before = run.Before.Grids.Where(g => g.Grid.Partition == request.Partition).ToDictionary(g => g.Grid.Code);
        var rows = new GridRowReader(run, request).ReadAll();
        if (request.Upper is not null)
        {
            UpperFile.Assign(run, request, rows);
        }

        var tree = GridTree.Build(run, request, rows, before);
        var levels = LevelPlan.For(run, request, tree);
        var terms = new TermBook(run);
        var diff = new GridDiff(run, request, terms);
        foreach (var node in tree.Nodes)
        {
            diff.Take(node, levels.Of(node), levels.Ids);
        }

        if (request.RetireMissing)
        {
            diff.RetireAllBut(before.Values);
        }

        return changes with
        {
            Partitions = levels.Changes,
            Terms = terms.ToChanges(),
            Grids = diff.ToChanges(),
            GridEvents = diff.Events,
        };
    }

    private static void Check(GridImport request)
    {
        if (new[] { request.Parent is not null, request.Prefix.Count > 0, request.Upper is not null }.Count(g => g) > 1)
        {
            throw new ImportException("Give one of --parent, --prefix and --upper.");
        }

        if (request.Prefix.Zip(request.Prefix.Skip(1)).Any(p => p.First >= p.Second) || request.Prefix.Any(p => p < 1))
        {
            throw new ImportException(
                $"--prefix {string.Join(',', request.Prefix)} must rise, for example 6,9,12,15: the root's length first.");
        }

        var uppers = request.Prefix.Count > 0 ? request.Prefix.Count - 1 : request.Parent is not null ? 1 : 0;
        if (request.ParentNames.Count > uppers)
        {
            throw new ImportException(
                $"--parent-names names {request.ParentNames.Count} fields, but there are {uppers} upper levels.");
        }

        if (!TermBook.IsId(request.Partition))
        {
            throw new ImportException(
                $"The partition '{request.Partition}' must be of small letters, digits, '_' and '-'.");
        }
    }
}
