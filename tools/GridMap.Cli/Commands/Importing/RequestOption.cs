using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridMap.Cli.Running;

namespace GridMap.Cli.Commands.Importing;

/// <summary>
/// An option that gives one property of an import request: <c>--parent-names</c> gives <c>parentNames</c>. So a
/// <c>--mapping</c> file, an entry of an <c>import.json</c> and the command line say the same things by one name.
/// </summary>
internal sealed class RequestOption
{
    private readonly Func<ParseResult, JsonNode?> read;

    private RequestOption(Option option, Func<ParseResult, JsonNode?> read)
    {
        Option = option;
        this.read = read;
        Property = JsonNamingPolicy.CamelCase.ConvertName(
            string.Concat(option.Name.Trim('-').Split('-').Select(static w => char.ToUpperInvariant(w[0]) + w[1..])));
    }

    /// <summary>The option.</summary>
    public Option Option { get; }

    /// <summary>The property in JSON.</summary>
    public string Property { get; }

    /// <summary>Whether the import cannot do without it; the mapping file may give it, so the parser cannot ask for it.</summary>
    public bool IsNeeded { get; private init; }

    /// <summary>The value on the command line, or null where it is not there.</summary>
    public JsonNode? Read(ParseResult args) => args.GetResult(Option) is { Implicit: false } ? read(args) : null;

    /// <summary>A text.</summary>
    public static RequestOption Text(string name, string value, string description)
    {
        var option = new Option<string>($"--{name}") { HelpName = value, Description = description };
        return new(option, args => args.GetValue(option));
    }

    /// <summary>A text that must be given, here or in the mapping file.</summary>
    public static RequestOption Needed(string name, string value, string description)
    {
        var option = new Option<string>($"--{name}") { HelpName = value, Description = $"{description}; needed" };
        return new(option, args => args.GetValue(option)) { IsNeeded = true };
    }

    /// <summary>One of a few words.</summary>
    public static RequestOption Choice(string name, string[] words, string description)
    {
        var option = new Option<string>($"--{name}") { HelpName = string.Join('|', words), Description = description };
        option.AcceptOnlyFromAmong(words);
        return new(option, args => args.GetValue(option));
    }

    /// <summary>Texts with commas between them.</summary>
    public static RequestOption Texts(string name, string value, string description)
    {
        var option = new Option<string>($"--{name}") { HelpName = value, Description = description };
        return new(option, args => Array(Split(args.GetRequiredValue(option)), static t => JsonValue.Create(t)));
    }

    /// <summary>Whole numbers with commas between them.</summary>
    public static RequestOption Numbers(string name, string value, string description)
    {
        var option = new Option<string>($"--{name}") { HelpName = value, Description = description };
        return new(option, args => Array(Split(args.GetRequiredValue(option)), text => Number(option, text)));
    }

    /// <summary><c>target=FIELD</c> pairs with commas between them; the option may be given several times.</summary>
    public static RequestOption Pairs(string name, string value, string description)
    {
        var option = new Option<string[]>($"--{name}") { HelpName = value, Description = description };
        return new(option, args => Pairs(option, args.GetRequiredValue(option)));
    }

    /// <summary>Something that is so, when it is there.</summary>
    public static RequestOption Flag(string name, string description)
    {
        var option = new Option<bool>($"--{name}") { Description = description };
        return new(option, args => args.GetValue(option));
    }

    private static string[] Split(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonArray Array(string[] texts, Func<string, JsonNode?> node) => new([.. texts.Select(node)]);

    private static JsonValue Number(Option option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw new UsageException(
                $"{option.Name} takes whole numbers with commas between them, like 2,4,6,8; '{text}' is none.");

    private static JsonObject Pairs(Option option, string[] texts)
    {
        var pairs = new JsonObject();
        foreach (var text in texts.SelectMany(Split))
        {
            var equals = text.IndexOf('=');
            if (equals <= 0 || equals == text.Length - 1)
            {
                throw new UsageException(
                    $"{option.Name} takes target=FIELD pairs with commas between them; '{text}' is none.");
            }

            pairs[text[..equals].Trim()] = text[(equals + 1)..].Trim();
        }

        return pairs;
    }
}
