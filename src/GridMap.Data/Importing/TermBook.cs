using GridMap.Core;
using GridMap.Core.History;

namespace GridMap.Data.Importing;

/// <summary>
/// The terms that data use: one that is not there yet is made, with its id for a name, so that no item has a kind, role
/// or subtype that nobody can list.
/// </summary>
internal sealed class TermBook(ImportRun run)
{
    private readonly HashSet<string> known = [.. run.Before.Terms.Select(t => t.Key)];
    private readonly List<Term> made = [];

    /// <summary>Whether the id may be one: small ASCII letters, digits, <c>_</c>, <c>-</c>.</summary>
    public static bool IsId(string id) =>
        id.Length > 0 && id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');

    /// <summary>Makes the term where there is none.</summary>
    public void Need(Vocabulary vocabulary, string code)
    {
        if (!known.Add($"{vocabulary}/{code}"))
        {
            return;
        }

        made.Add(new Term
        {
            Id = run.NewId(),
            Vocabulary = vocabulary,
            Code = code,
            Name = LocalText.Same(code),
        });
        run.Report.Note(
            "new-term", $"New terms were made, the first {vocabulary.ToString().ToLowerInvariant()} '{code}'; name them "
            + "by importing a vocabulary.");
    }

    /// <summary>The terms that were made.</summary>
    public Changes<Term> ToChanges() => new(made, []);
}
