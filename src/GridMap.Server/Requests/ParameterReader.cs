using System.Collections.Frozen;
using System.Globalization;
using GridMap.Server.Problems;

namespace GridMap.Server.Requests;

/// <summary>
/// Reads the parameters of one request and gathers what is wrong with them, so that one answer names all. A value that
/// cannot be read comes back as absent; ask <see cref="Problem"/> before using any.
/// </summary>
internal sealed class ParameterReader
{
    private readonly Parameter[] accepted;
    private readonly ReadOnlyMemory<char>[] texts;

    // A bit for each of the accepted that is there, be it empty; no route has more than a few.
    private ulong given;
    private List<WrongParameter>? wrong;
    private readonly bool takesOthers;
    private Dictionary<string, string>? others;

    /// <summary>A reader of the values of a request.</summary>
    /// <param name="values">The values.</param>
    /// <param name="accepted">The parameters of the route; values of other names are refused.</param>
    /// <param name="takesOthers">Whether those of other names are left in <see cref="Others"/> instead.</param>
    public ParameterReader(RequestValues values, ParameterList accepted, bool takesOthers = false)
    {
        this.accepted = accepted.Items;
        this.takesOthers = takesOthers;
        texts = new ReadOnlyMemory<char>[this.accepted.Length];
        foreach (var (name, text) in values)
        {
            Take(name.Span, text);
        }

        foreach (var parameter in this.accepted)
        {
            if (parameter.Required)
            {
                Require(parameter);
            }
        }
    }

    /// <summary>The problem to answer, or null when all parameters were understood.</summary>
    public Problem? Problem => wrong is null ? null : Problems.Problem.OfParameters(wrong);

    /// <summary>The values that the route has no parameter for, by name.</summary>
    public IReadOnlyDictionary<string, string> Others =>
        (IReadOnlyDictionary<string, string>?)others ?? FrozenDictionary<string, string>.Empty;

    /// <summary>Notes that one of <see cref="Others"/> is wrong.</summary>
    public void RefuseOther(string name, string detail, params IEnumerable<string> accepted) =>
        Add(new WrongParameter(Shortened(name), detail, string.Join(", ", accepted)));

    /// <summary>Whether a parameter is there and not empty.</summary>
    public bool Has(Parameter parameter) => !TextOf(parameter).IsEmpty;

    /// <summary>Refuses a parameter that is there and empty, where an answer without it would be another than was meant.</summary>
    public void RefuseEmpty(Parameter parameter)
    {
        if (IndexOf(parameter) is >= 0 and var i && (given & (1UL << i)) != 0 && !Has(parameter))
        {
            Refuse(parameter, "It is empty: give a value or leave it out.");
        }
    }

    /// <summary>Refuses a parameter that is not there.</summary>
    public void Require(Parameter parameter)
    {
        if (!Has(parameter))
        {
            Refuse(parameter, "It is missing.");
        }
    }

    /// <summary>The text of a parameter, or null when it is absent or empty.</summary>
    public string? Find(Parameter parameter) => TextOf(parameter) is { IsEmpty: false } text ? text.ToString() : null;

    /// <summary>A finite number from a least to a most, both included; null when absent or refused.</summary>
    public double? FindNumber(
        Parameter parameter, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (TextOf(parameter) is not { IsEmpty: false } text)
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.Float;
        if (!double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            Refuse(parameter, $"'{Shortened(text)}' is not a finite number.");
            return null;
        }

        if (number < least || number > most)
        {
            Refuse(parameter, $"{text} is out of range.");
            return null;
        }

        return number;
    }

    /// <summary>A whole number from a least to a most, both included; null when absent or refused.</summary>
    public int? FindInteger(Parameter parameter, int least, int most)
    {
        if (TextOf(parameter) is not { IsEmpty: false } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        RefuseValue(parameter, text);
        return null;
    }

    /// <summary>The words of a list separated by commas; those that are not known are refused.</summary>
    public IReadOnlySet<string> ListWords(Parameter parameter, params ReadOnlySpan<string> known)
    {
        if (Find(parameter) is not { } text)
        {
            return FrozenSet<string>.Empty;
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Except(known.ToArray()))
        {
            Refuse(parameter, $"'{Shortened(word)}' is not known.");
        }

        return words.ToHashSet();
    }

    /// <summary>Notes that a parameter is wrong.</summary>
    public void Refuse(Parameter parameter, string detail) =>
        Add(new WrongParameter(parameter.Name, detail, parameter.Accepted));

    /// <summary>Notes that the value of a parameter is none of those that are accepted.</summary>
    public void RefuseValue(Parameter parameter, ReadOnlySpan<char> text) =>
        Refuse(parameter, $"'{Shortened(text)}' is not accepted.");

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 60 ? $"{text}" : $"{text[..60]}…";

    private ReadOnlySpan<char> TextOf(Parameter parameter) =>
        IndexOf(parameter) is >= 0 and var i ? texts[i].Span.Trim() : default;

    private int IndexOf(Parameter parameter)
    {
        for (var i = 0; i < accepted.Length; i++)
        {
            // A route may take a shared parameter with other words about it: the name is the same text.
            if (ReferenceEquals(accepted[i].Name, parameter.Name))
            {
                return i;
            }
        }

        return -1;
    }

    private void Take(ReadOnlySpan<char> name, ReadOnlyMemory<char> text)
    {
        for (var i = 0; i < accepted.Length; i++)
        {
            if (name.SequenceEqual(accepted[i].Name))
            {
                if ((given & (1UL << i)) != 0)
                {
                    RefuseRepeated(accepted[i].Name, accepted[i].Accepted);
                    return;
                }

                given |= 1UL << i;
                texts[i] = text;
                return;
            }
        }

        if (!takesOthers)
        {
            RefuseUnknown(name.ToString());
            return;
        }

        var other = name.ToString();
        if (!(others ??= []).TryAdd(other, text.Span.Trim().ToString()))
        {
            RefuseRepeated(other, "one value");
        }
    }

    // Two programs may disagree about which of two values counts, so neither does.
    private void RefuseRepeated(string name, string accepts)
    {
        const string Detail = "It is given more than once.";
        if (wrong is null || wrong.All(w => (w.Parameter, w.Detail) != (name, Detail)))
        {
            Add(new WrongParameter(name, Detail, accepts));
        }
    }

    private void Add(WrongParameter one) => (wrong ??= []).Add(one);

    private void RefuseUnknown(string name)
    {
        if (wrong is null || wrong.All(w => w.Parameter != name))
        {
            Add(new WrongParameter(
                name, "There is no such parameter.", string.Join(", ", accepted.Select(p => p.Name))));
        }
    }
}
