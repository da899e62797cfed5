using System.Text.Json;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Vocabularies;

/// <summary>
/// Makes the changes of an import of kinds: a JSON list of them, alone or under <c>kinds</c>. Each is a row of its own,
/// so that one bad kind leaves the others as they are.
/// </summary>
internal static class KindImporter
{
    /// <summary>Reads the file and adds what changes.</summary>
    /// <exception cref="ExchangeException">The file cannot be read, or is no list of kinds.</exception>
    public static ChangeSet Build(ImportRun run, ChangeSet changes)
    {
        var terms = new ItemCollector<Term>(run, StoreTables.Terms, run.Before.Terms);
        using var file = ReadFile(run.Request.File);
        foreach (var element in ListKinds(run.Request.File, file.RootElement))
        {
            var row = new SourceRow(++run.Report.Rows, [], [], null);
            if (Read(run, row, element) is { } kind)
            {
                terms.Take(row, KindTerms.Of(kind));
            }
        }

        var used = run.Before.Resources.Select(static r => r.Kind).ToHashSet();
        return changes with
        {
            Terms = terms.ToChanges(run.Request.RetireMissing
                ? term => term.Vocabulary == Vocabulary.Kind && !used.Contains(term.Code)
                : null),
        };
    }

    private static JsonDocument ReadFile(string path)
    {
        SourceFile.CheckReadable(path);
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw NoKinds(path, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExchangeException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static JsonElement.ArrayEnumerator ListKinds(string path, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("kinds", out var kinds))
        {
            return root.EnumerateObject().Count() == 1 && kinds.ValueKind == JsonValueKind.Array
                ? kinds.EnumerateArray()
                : throw NoKinds(path, "It holds more than a list of kinds; a whole vocabulary is taken by import vocabulary.");
        }

        return root.ValueKind == JsonValueKind.Array
            ? root.EnumerateArray()
            : throw NoKinds(path, "It is neither a list nor {\"kinds\": [ … ]}.");
    }

    private static ExchangeException NoKinds(string path, string why, Exception? cause = null) =>
        new($"'{path}' is no file of kinds: {why} See geodata/README.md for its form.", cause!);

    private static KindEntry? Read(ImportRun run, SourceRow row, JsonElement element)
    {
        try
        {
            var kind = element.Deserialize(VocabularyJson.Default.KindEntry);
            if (kind is null)
            {
                run.Refuse(row, "kind", "null", "A kind must be an object with id and name.");
                return null;
            }

            var wrong = KindTerms.FindProblem(kind);
            if (wrong is var (rule, value, message))
            {
                run.Refuse(row, rule, value, message);
            }

            return wrong is null ? kind : null;
        }
        catch (JsonException e)
        {
            run.Refuse(row, "kind", Shortened(element.GetRawText()), e.Message);
            return null;
        }
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
