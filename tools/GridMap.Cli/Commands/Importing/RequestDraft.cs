using System.Text.Json;
using System.Text.Json.Nodes;
using GridMap.Cli.Running;
using GridMap.Data.Importing;

namespace GridMap.Cli.Commands.Importing;

/// <summary>A request in the making: what a mapping file says, and over it what the command line says.</summary>
internal sealed class RequestDraft
{
    private const string Discriminator = "import";

    private readonly JsonObject properties;
    private readonly string? origin;

    private RequestDraft(JsonObject properties, string? origin)
    {
        this.properties = properties;
        this.origin = origin;
    }

    /// <summary>A draft of a kind of import, from a mapping file or from nothing.</summary>
    /// <exception cref="UsageException">The mapping is not JSON, or is for another kind.</exception>
    public static RequestDraft Of(string kind, string? mappingFile)
    {
        var properties = mappingFile is null ? [] : ReadMapping(mappingFile);
        if (properties[Discriminator] is { } said && said.ToString() != kind)
        {
            throw new UsageException($"The mapping '{mappingFile}' is for import {said}, not for import {kind}.");
        }

        properties[Discriminator] = kind;
        return new RequestDraft(properties, mappingFile);
    }

    /// <summary>Sets a property; pairs are added to those that are there.</summary>
    public void Put(string property, JsonNode value)
    {
        if (properties[property] is JsonObject there && value is JsonObject more)
        {
            foreach (var (name, pair) in more)
            {
                there[name] = pair?.DeepClone();
            }

            return;
        }

        properties[property] = value;
    }

    /// <summary>Whether a property is set.</summary>
    public bool Has(string property) => properties[property] is not null;

    /// <summary>The request.</summary>
    /// <exception cref="UsageException">The mapping has a property that the import does not know.</exception>
    public ImportRequest ToRequest()
    {
        try
        {
            return properties.Deserialize(ImportJson.Default.ImportRequest)!;
        }
        catch (JsonException error)
        {
            throw new UsageException($"The mapping '{origin}' does not fit: {error.Message}");
        }
    }

    private static JsonObject ReadMapping(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject
                ?? throw new UsageException($"The mapping '{file}' must be a JSON object.");
        }
        catch (JsonException error)
        {
            throw new UsageException($"The mapping '{file}' is not JSON: {error.Message}");
        }
    }
}
