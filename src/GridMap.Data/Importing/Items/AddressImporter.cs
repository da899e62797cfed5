using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.History;
using GridMap.Core.Spatial;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Items;

/// <summary>Makes the changes of an import of addresses.</summary>
internal sealed class AddressImporter
{
    private static readonly string[] Targets = ["standing", "dwelling", "assigned_grid"];

    private static readonly string[] PartIds =
    [
        "province", "city", "district", "street", "community", "locality", "road", "number", "compound", "building", "unit",
        "floor", "room", "postcode", "alias",
    ];

    private readonly ImportRun run;
    private readonly FieldMap map;
    private readonly TextTemplate template;
    private readonly Links links;
    private IReadOnlyList<(string Part, string Field)> parts = [];

    private AddressImporter(ImportRun run, AddressImport request)
    {
        this.run = run;
        template = new TextTemplate(request.Text);
        map = run.NewMap(Targets, template.Fields);
        links = new Links(run);
    }

    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, AddressImport request, ChangeSet changes)
    {
        var importer = new AddressImporter(run, request);
        var items = new ItemCollector<Address>(run, StoreTables.Addresses, run.Before.Addresses);
        foreach (var row in run.ReadRows(importer.map))
        {
            if (importer.Read(row) is { } address)
            {
                items.Take(row, address);
            }
        }

        return changes with
        {
            Addresses = items.ToChanges(
                request.RetireMissing ? a => run.Sources.Contains(a.SourceKey.Source) : null),
        };
    }

    private Address? Read(SourceRow row)
    {
        if (template.Fill(row) is not { Length: > 0 } text)
        {
            run.Refuse(row, "no-text", null, "All fields of the text are empty. Give the address a text.");
            return null;
        }

        if (!TryStanding(row, out var standing) || !TryLink(row, "dwelling", links.FindDwelling, out var dwelling)
            || !TryLink(row, "assigned_grid", links.FindGrid, out var grid)
            || run.Place(row, ShapeTypes.Point) is not { } shape)
        {
            return null;
        }

        return new Address
        {
            Id = 0,
            SourceKey = run.KeyOf(row, shape),
            Text = text,
            Parts = Parts(row),
            Point = new LonLat(shape.Coordinate.X, shape.Coordinate.Y),
            Standing = standing,
            DwellingId = dwelling,
            AssignedGridId = grid,
        };
    }

    private AttributeSet Parts(SourceRow row)
    {
        parts = parts.Count == 0 ? PartFields(run.File!.Fields) : parts;
        return AttributeSet.Of(parts
            .Select(p => KeyValuePair.Create(p.Part, row.Find(p.Field)!))
            .Where(p => p.Value is not null));
    }

    // Without --set a field gives the part of its own name. OpenStreetMap calls a road street and its number housenumber:
    // there 'street' is not the sub-district that the part of that name is.
    private List<(string, string)> PartFields(IReadOnlyList<string> fields)
    {
        var set = run.Request.Set;
        if (set.Count > 0)
        {
            return [.. PartIds.Where(set.ContainsKey).Select(p => (p, set[p]))];
        }

        return fields.Contains("housenumber")
            ? [("road", "street"), ("number", "housenumber"), ("postcode", "postcode"), ("city", "city"), ("locality", "suburb")]
            : [.. PartIds.Where(fields.Contains).Select(p => (p, p))];
    }

    private bool TryStanding(SourceRow row, out AddressStanding standing)
    {
        var text = map.Find(row, "standing");
        standing = text switch
        {
            "building" => AddressStanding.Building,
            "unit" => AddressStanding.Unit,
            _ => AddressStanding.DoorPlate,
        };
        if (text is null or "doorplate" or "building" or "unit")
        {
            return true;
        }

        run.Refuse(row, "standing", text, "standing must be doorplate, building or unit.");
        return false;
    }

    private bool TryLink(SourceRow row, string target, Func<string, long?> find, out long? id)
    {
        var text = map.Find(row, target);
        id = text is null ? null : find(text);
        if (text is null || id is not null)
        {
            return true;
        }

        run.Refuse(row, $"unknown-{target.Replace("assigned_", "", StringComparison.Ordinal)}", text,
            $"There is no such {target.Replace('_', ' ')} on {run.Before.State.Date:yyyy-MM-dd}. Import it first, and "
            + "write one of another source or partition with its name before a slash.");
        return false;
    }
}
