using System.Globalization;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Items;

/// <summary>Makes the changes of an import of resources.</summary>
internal sealed class ResourceImporter
{
    private readonly ImportRun run;
    private readonly ResourceImport request;
    private readonly FieldMap map;
    private readonly Links links;
    private readonly TermBook terms;
    private readonly TypedAttributes types;
    private readonly TermRows termRows;
    private readonly ItemCollector<Resource> items;

    private ResourceImporter(ImportRun run, ResourceImport request)
    {
        this.run = run;
        this.request = request;
        string[] targets = ["gates", "exit_gates", "serves", .. request.Capacity is null ? ["capacity"] : Array.Empty<string>(),
            .. request.Set.ContainsKey("kind") ? ["kind"] : Array.Empty<string>()];
        map = run.NewMap(targets, request.Name, request.Capacity);
        links = new Links(run);
        terms = new TermBook(run);
        types = new TypedAttributes(run);
        termRows = new TermRows(run);
        items = new ItemCollector<Resource>(run, StoreTables.Resources, run.Before.Resources);
    }

    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, ResourceImport request, ChangeSet changes)
    {
        if (!TermBook.IsId(request.Kind))
        {
            throw new ImportException(
                $"--kind '{request.Kind}' must be of small letters, digits, '_' and '-', for example parking.");
        }

        var importer = new ResourceImporter(run, request);
        foreach (var row in run.ReadRows(importer.map))
        {
            importer.Take(row);
        }

        importer.termRows.Report();

        return changes with
        {
            Terms = importer.terms.ToChanges(),
            Resources = importer.items.ToChanges(request.RetireMissing
                ? r => run.Sources.Contains(r.SourceKey.Source) && (r.Kind == request.Kind || request.Set.ContainsKey("kind"))
                : null),
        };
    }

    private void Take(SourceRow row)
    {
        var kind = map.Find(row, "kind") ?? request.Kind;
        if (!TryKind(row, kind)
            || !Numbers.TryCount(run, row, "capacity", map.Find(row, "capacity") ?? row.Find(request.Capacity), out var capacity)
            || !TryGates(row, "gates", out var gates) || !TryGates(row, "exit_gates", out var exits)
            || !TryServes(row, out var serves)
            || termRows.Read(row, map.Attributes(row)) is not { } attributes
            || run.PlaceAsIs(row, ShapeTypes.Any) is not { } shape)
        {
            return;
        }

        var item = new Resource
        {
            Id = 0,
            SourceKey = run.KeyOf(row, shape),
            Kind = kind,
            Name = row.Find(request.Name),
            Shape = shape,
            Gates = gates,
            ExitGates = exits,
            Capacity = (int?)capacity,
            Serves = serves,
            Attributes = attributes,
        };
        if (IsOfOneKind(row, item) && types.Fit(row, kind, item.Attributes))
        {
            terms.Need(Vocabulary.Kind, kind);
            items.Take(row, item);
        }
    }

    private bool TryKind(SourceRow row, string kind)
    {
        if (TermBook.IsId(kind))
        {
            return true;
        }

        run.Refuse(row, "kind", kind, "A kind must be of small letters, digits, '_' and '-'.");
        return false;
    }

    // Two files of one source would otherwise take the item from each other at every import.
    private bool IsOfOneKind(SourceRow row, Resource item)
    {
        if (items.FindKnown(item.Key) is not { } old || old.Kind == item.Kind)
        {
            return true;
        }

        run.Refuse(row, "other-kind", item.Key, $"The source has a {old.Kind} of this id. Name another --source, or "
            + "retire that one first.");
        return false;
    }

    private bool TryServes(SourceRow row, out List<long> serves)
    {
        serves = [];
        foreach (var code in Split(map.Find(row, "serves")))
        {
            if (links.FindGrid(code) is not { } id)
            {
                run.Refuse(row, "unknown-grid", code, $"There is no such grid on {run.Before.State.Date:yyyy-MM-dd}. Import "
                    + "the grids first, and write one of another partition as partition/code.");
                return false;
            }

            serves.Add(id);
        }

        return true;
    }

    private bool TryGates(SourceRow row, string target, out List<LonLat> gates)
    {
        gates = [];
        foreach (var text in Split(map.Find(row, target)))
        {
            if (Gate(text) is not { IsValid: true } gate)
            {
                run.Refuse(row, "gate", text, "A gate must be longitude, space, latitude in degrees; several are "
                    + "separated by ';'.");
                return false;
            }

            gates.Add(LatticePoint.From(gate).ToLonLat());
        }

        return true;
    }

    private static LonLat? Gate(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var x, var y]
        && double.TryParse(x, NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)
        && double.TryParse(y, NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)
            ? new LonLat(lon, lat)
            : null;

    private static string[] Split(string? text) =>
        text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
