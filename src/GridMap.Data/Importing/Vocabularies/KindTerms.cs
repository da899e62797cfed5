using GridMap.Core;
using GridMap.Core.Resources;

namespace GridMap.Data.Importing.Vocabularies;

/// <summary>Kinds as files have them, and as terms.</summary>
internal static class KindTerms
{
    /// <summary>The term of a kind.</summary>
    public static Term Of(KindEntry kind) => new()
    {
        Id = 0,
        Vocabulary = Vocabulary.Kind,
        Code = kind.Id,
        Name = kind.Name,
        Icon = kind.Icon,
        Attributes = [.. kind.Attributes.Select(static a => new AttributeDefinition(a.Id, a.Name, a.Type, a.Filterable))],
    };

    /// <summary>Why a kind cannot be taken: a rule, the value and a sentence; null where it can.</summary>
    public static (string Rule, string Value, string Message)? FindProblem(KindEntry kind)
    {
        if (!TermBook.IsId(kind.Id))
        {
            return ("id", kind.Id, "An id must be of small letters, digits, '_' and '-'.");
        }

        if (IsBlank(kind.Name))
        {
            return ("name", kind.Id, "A kind needs a name in Chinese (zh) and in English (en).");
        }

        foreach (var attribute in kind.Attributes)
        {
            if (FindProblem(attribute) is { } wrong)
            {
                return wrong;
            }
        }

        var twice = kind.Attributes.GroupBy(static a => a.Id).FirstOrDefault(static g => g.Count() > 1)?.Key;
        return twice is null ? null : ("attribute", twice, "A kind has an attribute of one id once.");
    }

    private static (string Rule, string Value, string Message)? FindProblem(AttributeEntry attribute)
    {
        if (!TermBook.IsId(attribute.Id))
        {
            return ("attribute", attribute.Id, "An attribute's id must be of small letters, digits, '_' and '-'.");
        }

        if (IsBlank(attribute.Name))
        {
            return ("attribute", attribute.Id, "An attribute needs a name in Chinese (zh) and in English (en).");
        }

        return attribute.Filterable && AttributeFilter.Reserved.Contains(attribute.Id)
            ? ("attribute", attribute.Id, "A search has a parameter of this name: rename the attribute, or do not filter on it.")
            : null;
    }

    private static bool IsBlank(LocalText name) =>
        string.IsNullOrWhiteSpace(name.Zh) || string.IsNullOrWhiteSpace(name.En);
}
