using GridMap.Core.Addresses;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Items;

/// <summary>Makes the changes of an import of dwellings.</summary>
internal sealed class DwellingImporter
{
    private static readonly string[] Targets = ["households", "population", "population_kind", "compound"];
    private readonly ImportRun run;
    private readonly FieldMap map;
    private readonly Links links;

    private DwellingImporter(ImportRun run)
    {
        this.run = run;
        map = run.NewMap(Targets, run.Request.Name);
        links = new Links(run);
    }

    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, DwellingImport request, ChangeSet changes)
    {
        var importer = new DwellingImporter(run);
        var items = new ItemCollector<Dwelling>(run, StoreTables.Dwellings, run.Before.Dwellings);
        foreach (var row in run.ReadRows(importer.map))
        {
            if (importer.Read(row) is { } dwelling)
            {
                items.Take(row, dwelling);
            }
        }

        return changes with
        {
            Dwellings = items.ToChanges(
                request.RetireMissing ? d => run.Sources.Contains(d.SourceKey.Source) : null),
        };
    }

    private Dwelling? Read(SourceRow row)
    {
        if (!Numbers.TryCount(run, row, "households", map.Find(row, "households"), out var households)
            || !Numbers.TryCount(run, row, "population", map.Find(row, "population"), out var population)
            || !TryKind(row, out var kind) || !TryCompound(row, out var compound)
            || run.PlaceAsIs(row, ShapeTypes.Point | ShapeTypes.Area) is not { } shape)
        {
            return null;
        }

        return new Dwelling
        {
            Id = 0,
            SourceKey = run.KeyOf(row, shape),
            Name = row.Find(run.Request.Name),
            Shape = shape,
            Households = households,
            Population = population,
            PopulationKind = kind,
            CompoundId = compound,
            Attributes = map.Attributes(row),
        };
    }

    private bool TryKind(SourceRow row, out PopulationKind kind)
    {
        var text = map.Find(row, "population_kind");
        kind = text == "registered" ? PopulationKind.Registered : PopulationKind.Resident;
        if (text is null or "resident" or "registered")
        {
            return true;
        }

        run.Refuse(row, "population-kind", text, "population_kind must be resident or registered.");
        return false;
    }

    private bool TryCompound(SourceRow row, out long? id)
    {
        var text = map.Find(row, "compound");
        id = text is null ? null : links.FindCompound(text);
        if (text is null || id is not null)
        {
            return true;
        }

        run.Refuse(row, "unknown-compound", text, "There is no such compound. Import the compounds first, and write one "
            + "of another source as source/id.");
        return false;
    }
}
