using GridMap.Core.History;
using GridMap.Data.Importing.Calendars;
using GridMap.Data.Importing.Grids;
using GridMap.Data.Importing.Items;
using GridMap.Data.Importing.Vocabularies;
using GridMap.Data.Stores;

namespace GridMap.Data.Importing;

/// <summary>
/// Brings a file into a store: reads its rows, compares their items with what is in force on the effective date, and
/// publishes what is new or changed as one revision, or nothing.
/// </summary>
public static class Importer
{
    private const int Tries = 3;

    /// <summary>Runs an import. Where another writer comes in between, it is done again on the new state.</summary>
    /// <param name="store">The store.</param>
    /// <param name="request">What to import; its file as a path from the current folder.</param>
    /// <param name="actor">Who does it; not empty.</param>
    /// <param name="time">The clock; its local zone is the one that dates are in.</param>
    /// <param name="progress">Is told how far it is, now and then.</param>
    /// <param name="cancellation">Ends it; nothing is written then.</param>
    /// <returns>What became of each row; also where the import was refused.</returns>
    /// <exception cref="Exchange.ExchangeException">The file cannot be read.</exception>
    /// <exception cref="ImportException">The request cannot work.</exception>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public static async Task<ImportReport> RunAsync(
        IMapStore store,
        ImportRequest request,
        string actor,
        TimeProvider time,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(actor);
        var date = EffectiveDate.Parse(request.Effective, time);
        for (var tried = 1; ; tried++)
        {
            var before = await store.LoadAsync(date, null, cancellation);
            using var run = new ImportRun(request, before, time.LocalTimeZone, progress, cancellation);
            var changes = await Task.Run(() => Build(run, actor), cancellation);
            try
            {
                return await FinishAsync(store, run, changes, cancellation);
            }
            catch (RevisionConflictException) when (tried < Tries)
            {
                if (await store.GetLastRevisionAsync(cancellation) == before.State.Revision)
                {
                    throw;
                }
            }
        }
    }

    private static ChangeSet Build(ImportRun run, string actor)
    {
        var empty = run.NewChangeSet(actor);
        var changes = run.Request switch
        {
            GridImport grids => GridImporter.Build(run, grids, empty),
            ReferenceImport reference => ReferenceImporter.Build(run, reference, empty),
            DwellingImport dwellings => DwellingImporter.Build(run, dwellings, empty),
            AddressImport addresses => AddressImporter.Build(run, addresses, empty),
            ResourceImport resources => ResourceImporter.Build(run, resources, empty),
            DutyImport duties => DutyImporter.Build(run, duties, empty),
            EmergencyImport => EmergencyImporter.Build(run, empty),
            KindImport => KindImporter.Build(run, empty),
            CalendarImport => CalendarImporter.Build(run, empty),
            _ => VocabularyImporter.Build(run, empty),
        };
        return changes with { NextId = run.NextId };
    }

    private static async Task<ImportReport> FinishAsync(
        IMapStore store, ImportRun run, ChangeSet changes, CancellationToken cancellation)
    {
        if (run.Request.Strict && run.Report.Reported > 0)
        {
            return run.ToReport(
                ImportOutcome.Refused, $"{run.Report.Reported} rows cannot be taken, and --strict refuses the file then.");
        }

        if (changes.IsEmpty)
        {
            return run.ToReport(ImportOutcome.Unchanged);
        }

        var added = await Task.Run(() => AddedErrors.List(run.Before, changes), cancellation);
        run.Report.Findings.AddRange(added);
        if (added.Count > 0 && !run.Request.AcceptFindings)
        {
            return run.ToReport(ImportOutcome.Refused, AddedErrors.Describe(added));
        }

        changes = changes with { AcceptedFindings = added };
        if (run.Request.DryRun)
        {
            return run.ToReport(ImportOutcome.DryRun);
        }

        var revision = await store.PublishAsync(changes, cancellation);
        return run.ToReport(ImportOutcome.Published) with { Revision = revision.Number };
    }
}
