using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Checking;
using GridMap.Core.Duties;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Data.Exchange.Exporting;

namespace GridMap.Data.Importing.Exports;

/// <summary>The table of each kind of item, with the import that reads it back.</summary>
internal static class Tables
{
    /// <summary>The table that is asked for.</summary>
    /// <exception cref="ImportException">The kind or the partition is not known.</exception>
    public static (ExportTable Table, ImportRequest? ReadBack) Of(MapSnapshot map, ExportRequest request) => request.Kind switch
    {
        "grids" => GridTable.Of(map, request),
        "reference" => Reference(map, request),
        "dwellings" => Dwellings(map, request),
        "addresses" => Addresses(map, request),
        "resources" => Resources(map, request),
        "duties" => DutyTable.Of(map, request),
        "emergencies" => Emergencies(map, request),
        "findings" => (Findings(map, request), null),
        _ => throw new ImportException(
            $"'{request.Kind}' cannot be exported. Accepted: {string.Join(", ", Exporter.Kinds)}."),
    };

    private static (ExportTable, ImportRequest) Reference(MapSnapshot map, ExportRequest request)
    {
        var items = map.Reference.Where(r => request.LayerKind is null || r.Layer == request.LayerKind).ToList();
        var table = new TableBuilder<ReferenceFeature>()
            .Plain("id", r => r.SourceKey.Id)
            .Target("source", r => r.SourceKey.Source)
            .Target("layer", r => r.Layer)
            .Plain("code", r => r.Code)
            .Plain("name", r => r.Name)
            .Attributes(items, r => r.Attributes);
        return (table.Build("reference", items, r => r.Shape), new ReferenceImport
        {
            File = request.File,
            LayerKind = request.LayerKind ?? ReferenceLayers.Outline,
            Id = "id",
            Code = items.Exists(r => r.Code is not null) ? "code" : null,
            Name = items.Exists(r => r.Name is not null) ? "name" : null,
            Set = table.Set,
        });
    }

    private static (ExportTable, ImportRequest) Dwellings(MapSnapshot map, ExportRequest request)
    {
        var keys = new ItemKeys(map);
        var table = new TableBuilder<Dwelling>()
            .Plain("id", d => d.SourceKey.Id)
            .Target("source", d => d.SourceKey.Source)
            .Plain("name", d => d.Name)
            .Target("households", d => d.Households?.ToString(), isNumber: true)
            .Target("population", d => d.Population?.ToString(), isNumber: true)
            .Target("population_kind", d => d.PopulationKind == PopulationKind.Registered ? "registered" : "resident")
            .Target("compound", d => keys.Compound(d.CompoundId))
            .Attributes(map.Dwellings, d => d.Attributes);
        return (table.Build("dwellings", map.Dwellings, d => d.Shape), new DwellingImport
        {
            File = request.File,
            Id = "id",
            Name = map.Dwellings.Any(d => d.Name is not null) ? "name" : null,
            Set = table.Set,
        });
    }

    private static (ExportTable, ImportRequest) Addresses(MapSnapshot map, ExportRequest request)
    {
        var keys = new ItemKeys(map);
        var table = new TableBuilder<Address>()
            .Plain("id", a => a.SourceKey.Id)
            .Target("source", a => a.SourceKey.Source)
            .Plain("text", a => a.Text)
            .Target("standing", a => a.Standing.ToString().ToLowerInvariant())
            .Target("dwelling", a => keys.Dwelling(a.DwellingId))
            .Target("assigned_grid", a => keys.Grid(a.AssignedGridId))
            .Attributes(map.Addresses, a => a.Parts);
        return (table.Build("addresses", map.Addresses, a => ItemKeys.Point(a.Point)), new AddressImport
        {
            File = request.File,
            Id = "id",
            Text = "{text}",
            Set = table.Set,
        });
    }

    private static (ExportTable, ImportRequest) Resources(MapSnapshot map, ExportRequest request)
    {
        var keys = new ItemKeys(map);
        var items = map.Resources.Where(r => request.ResourceKind is null || r.Kind == request.ResourceKind).ToList();
        var table = new TableBuilder<Resource>()
            .Plain("id", r => r.SourceKey.Id)
            .Target("source", r => r.SourceKey.Source)
            .Target("kind", r => r.Kind)
            .Plain("name", r => r.Name)
            .Target("capacity", r => r.Capacity?.ToString(), isNumber: true)
            .Target("gates", r => Gates(r.Gates))
            .Target("exit_gates", r => Gates(r.ExitGates))
            .Target("serves", r => ItemKeys.Joined(r.Serves.Select(id => keys.Grid(id))))
            .Attributes(items, r => r.Attributes);
        return (table.Build("resources", items, r => r.Shape), new ResourceImport
        {
            File = request.File,
            Kind = request.ResourceKind ?? "resource",
            Id = "id",
            Name = items.Exists(r => r.Name is not null) ? "name" : null,
            Set = table.Set,
        });
    }

    private static string? Gates(IEnumerable<LonLat> gates) =>
        ItemKeys.Joined(gates.Select(static g => $"{g.Lon:R} {g.Lat:R}"));

    private static (ExportTable, ImportRequest) Emergencies(MapSnapshot map, ExportRequest request)
    {
        var table = new TableBuilder<Emergency>()
            .Plain("id", e => e.SourceKey.Id)
            .Target("source", e => e.SourceKey.Source)
            .Target("prefixes", e => ItemKeys.Joined(e.CodePrefixes.Select(p => p.Length == 0 ? "*" : p)))
            .Target("from", e => e.From.ToString("O"))
            .Target("to", e => e.To?.ToString("O"))
            .Target("document", e => e.Document)
            .Target("declared_by", e => e.DeclaredBy);
        return (table.Build("emergencies", map.Emergencies, null), new EmergencyImport
        {
            File = request.File,
            Id = "id",
            Set = table.Set,
        });
    }

    private static ExportTable Findings(MapSnapshot map, ExportRequest request)
    {
        var accepted = new KnownFindings(map.AcceptedFindings);
        var found = request.Findings ?? PartitionChecks.Run(CityMap.Build(map));
        return new TableBuilder<Finding>()
            .Plain("rule", f => f.Rule)
            .Plain("severity", f => f.Severity.ToString().ToLowerInvariant())
            .Plain("partition", f => f.Partition)
            .Plain("grids", f => ItemKeys.Joined(f.Grids))
            .Plain("measure", f => f.Measure?.ToString("R"))
            .Plain("accepted", f => accepted.Contains(f) ? "true" : "false")
            .Plain("message_zh", f => f.Message.Zh)
            .Plain("message_en", f => f.Message.En)
            .Build("findings", found, f => f.Place);
    }
}
