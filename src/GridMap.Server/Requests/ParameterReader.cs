using System.Globalization;
using GridMap.Server.Problems;

namespace GridMap.Server.Requests;

/// <summary>
/// Reads the parameters of one request and gathers what is wrong with them, so that one answer names all. A value that
/// cannot be read comes back as absent; ask <see cref="Problem"/> before using any.
/// </summary>
internal sealed class ParameterReader
{
    private readonly IReadOnlyDictionary<string, string> values;
    private readonly List<WrongParameter> wrong = [];

    public ParameterReader(IReadOnlyDictionary<string, string> values, ParameterList accepted)
    {
        this.values = values;
        foreach (var name in values.Keys.Where(name => accepted.Items.All(p => p.Name != name)))
        {
            wrong.Add(new WrongParameter(
                name, "There is no such parameter.", string.Join(", ", accepted.Items.Select(p => p.Name))));
        }

        foreach (var parameter in accepted.Items.Where(p => p.Required && Find(p) is null))
        {
            Refuse(parameter, "It is missing.");
        }
    }

    /// <summary>The problem to answer, or null when all parameters were understood.</summary>
    public Problem? Problem => wrong.Count == 0 ? null : Problems.Problem.OfParameters(wrong);

    /// <summary>The text of a parameter, or null when it is absent or empty.</summary>
    public string? Find(Parameter parameter) =>
        values.TryGetValue(parameter.Name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>A finite number from a least to a most, both included; null when absent or refused.</summary>
    public double? FindNumber(
        Parameter parameter, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (Find(parameter) is not { } text)
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
        if (Find(parameter) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter, $"'{Shortened(text)}' is not accepted.");
        return null;
    }

    /// <summary>The words of a list separated by commas; those that are not known are refused.</summary>
    public IReadOnlySet<string> ListWords(Parameter parameter, params string[] known)
    {
        var words = (Find(parameter) ?? "").Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Except(known))
        {
            Refuse(parameter, $"'{Shortened(word)}' is not known.");
        }

        return words.ToHashSet();
    }

    /// <summary>Notes that a parameter is wrong.</summary>
    public void Refuse(Parameter parameter, string detail) =>
        wrong.Add(new WrongParameter(parameter.Name, detail, parameter.Accepted));

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
