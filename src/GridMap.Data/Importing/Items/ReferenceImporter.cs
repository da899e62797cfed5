using GridMap.Core.History;
using GridMap.Core.Reference;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Items;

/// <summary>Makes the changes of an import of reference features.</summary>
internal static class ReferenceImporter
{
    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, ReferenceImport request, ChangeSet changes)
    {
        if (!TermBook.IsId(request.LayerKind))
        {
            throw new ImportException(
                $"--layer-kind '{request.LayerKind}' must be of small letters, digits, '_' and '-': "
                + $"{string.Join(", ", ReferenceLayers.Known)}, or another.");
        }

        var map = run.NewMap(request.Set.ContainsKey("layer") ? ["layer"] : [], request.Name, request.Code);
        var items = new ItemCollector<ReferenceFeature>(run, StoreTables.Reference, run.Before.Reference);
        HashSet<string> layers = [.. ReferenceLayers.Known, .. run.Before.Reference.Select(static r => r.Layer)];
        foreach (var row in run.ReadRows(map))
        {
            if (run.PlaceAsIs(row, ShapeTypes.Any) is { } shape)
            {
                var layer = map.Find(row, "layer") ?? request.LayerKind;
                NoteNew(run, layers, layer);
                items.Take(row, new ReferenceFeature
                {
                    Id = 0,
                    Layer = layer,
                    SourceKey = run.KeyOf(row, shape),
                    Code = row.Find(request.Code),
                    Name = row.Find(request.Name),
                    Shape = shape,
                    Attributes = map.Attributes(row),
                });
            }
        }

        return changes with
        {
            Reference = items.ToChanges(request.RetireMissing
                ? r => (r.Layer == request.LayerKind || request.Set.ContainsKey("layer")) && run.Sources.Contains(r.SourceKey.Source)
                : null),
        };
    }

    // It may be meant so, and it may be a slip of the pen: no rule will read these features.
    private static void NoteNew(ImportRun run, HashSet<string> layers, string layer)
    {
        if (layers.Add(layer))
        {
            run.Report.Note(
                "new-layer", $"New reference layers were made, which no rule reads, the first '{layer}'. Rules read: "
                + $"{string.Join(", ", ReferenceLayers.Known)}.");
        }
    }
}
