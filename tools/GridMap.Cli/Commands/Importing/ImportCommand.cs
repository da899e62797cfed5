using System.CommandLine;
using GridMap.Cli.Running;
using GridMap.Data.Importing;

namespace GridMap.Cli.Commands.Importing;

/// <summary>An import of one file: its own options, then those that all imports have.</summary>
internal abstract class ImportCommand : GridMapCommand
{
    private readonly Argument<string> file = new("FILE")
    {
        Description = "GeoJSON, GeoPackage, Shapefile or CSV",
    };

    private readonly Option<string> mapping = new("--mapping")
    {
        HelpName = "FILE",
        Description = "A JSON file with these options by name (parentNames for --parent-names); an option given here wins",
    };

    private readonly ReportOption report = new();
    private readonly RequestOption[] options;

    /// <summary>An import.</summary>
    protected ImportCommand(
        string kind, string description, string example, CommonOptions common, params RequestOption[] own)
        : base(kind, description, example, common)
    {
        options = [.. own, .. SharedRequestOptions.All()];
        Add(file);
        foreach (var option in options)
        {
            Add(option.Option);
        }

        Add(mapping);
        Add(report.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var request = Request(args);
        await using var store = await OpenToWriteAsync(args, cancellation);
        return await new ImportRun(Host, store, Actor(args)).RunAsync([request], report.File(args), cancellation);
    }

    /// <summary>The request that the arguments and the mapping file make.</summary>
    internal ImportRequest Request(ParseResult args)
    {
        var draft = RequestDraft.Of(Name, args.GetValue(mapping));
        draft.Put("file", args.GetRequiredValue(file));
        foreach (var option in options)
        {
            if (option.Read(args) is { } value)
            {
                draft.Put(option.Property, value);
            }
            else if (option.IsNeeded && !draft.Has(option.Property))
            {
                throw new UsageException(
                    $"import {Name} needs {option.Option.Name} {option.Option.HelpName}, here or in the mapping file.");
            }
        }

        return draft.ToRequest();
    }
}
