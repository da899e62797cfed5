using System.Text.Json;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Vocabularies;

/// <summary>Makes the changes of an import of a vocabulary: partitions, kinds, roles and subtypes.</summary>
internal sealed class VocabularyImporter
{
    private readonly ImportRun run;
    private readonly ItemCollector<Term> terms;
    private readonly ItemCollector<Partition> partitions;

    private VocabularyImporter(ImportRun run)
    {
        this.run = run;
        terms = new ItemCollector<Term>(run, StoreTables.Terms, run.Before.Terms);
        partitions = new ItemCollector<Partition>(run, StoreTables.Partitions, run.Before.Partitions);
    }

    /// <summary>Reads the file and adds what changes.</summary>
    public static ChangeSet Build(ImportRun run, ChangeSet changes)
    {
        var importer = new VocabularyImporter(run);
        var file = Read(run.Request.File);
        importer.TakePartitions(file.Partitions);
        foreach (var kind in file.Kinds)
        {
            importer.TakeKind(kind);
        }

        foreach (var role in file.Roles)
        {
            importer.Take(Vocabulary.Role, role);
        }

        foreach (var subtype in file.Subtypes)
        {
            importer.Take(Vocabulary.Subtype, subtype);
        }

        return changes with { Terms = importer.terms.ToChanges(), Partitions = importer.partitions.ToChanges() };
    }

    private static VocabularyFile Read(string path)
    {
        SourceFile.CheckReadable(path);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), VocabularyJson.Default.VocabularyFile)!;
        }
        catch (JsonException e)
        {
            throw new ExchangeException($"'{path}' is no vocabulary: {e.Message} See geodata/README.md for its form.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExchangeException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private SourceRow? NextRow(string id)
    {
        var row = new SourceRow(++run.Report.Rows, [], [], null);
        if (TermBook.IsId(id))
        {
            return row;
        }

        run.Refuse(row, "id", id, "An id must be of small letters, digits, '_' and '-'.");
        return null;
    }

    private void TakeKind(KindEntry kind)
    {
        var row = new SourceRow(++run.Report.Rows, [], [], null);
        if (KindTerms.FindProblem(kind) is var (rule, value, message))
        {
            run.Refuse(row, rule, value, message);
            return;
        }

        terms.Take(row, KindTerms.Of(kind));
    }

    private void Take(Vocabulary vocabulary, TermEntry entry)
    {
        if (NextRow(entry.Id) is { } row)
        {
            terms.Take(row, new Term { Id = 0, Vocabulary = vocabulary, Code = entry.Id, Name = entry.Name });
        }
    }

    private void TakePartitions(IReadOnlyList<PartitionEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (NextRow(entry.Code) is { } row && HasItsLevels(row, entry))
            {
                partitions.Take(row, Partition(entry));
            }
        }

        if (entries.Any(e => e.Default))
        {
            DropOtherDefaults(entries);
        }
    }

    private void DropOtherDefaults(IReadOnlyList<PartitionEntry> entries)
    {
        foreach (var other in run.Before.Partitions.Where(p => p.IsDefault && entries.All(e => e.Code != p.Code)))
        {
            partitions.TakeImplied(other with { IsDefault = false });
        }
    }

    private bool HasItsLevels(SourceRow row, PartitionEntry entry)
    {
        var lost = run.Before.Grids.FirstOrDefault(
            g => g.Grid.Partition == entry.Code && entry.Levels.All(l => l.Id != g.Grid.Level));
        if (lost is null)
        {
            return true;
        }

        run.Refuse(row, "level", lost.Grid.Level, $"The partition {entry.Code} has grids at this level: keep it.");
        return false;
    }

    private static Partition Partition(PartitionEntry entry) => new()
    {
        Id = 0,
        Code = entry.Code,
        Name = entry.Name,
        Tiling = entry.Tiling,
        Levels = [.. entry.Levels.Select(l => new Level(l.Id, l.Name))],
        Scheme = entry.Scheme is { } scheme ? new CodeScheme(scheme.Lengths, scheme.DigitsOnly) : null,
        IsDefault = entry.Default,
    };
}
