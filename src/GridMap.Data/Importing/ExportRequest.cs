using GridMap.Core.Grids.Checks;

namespace GridMap.Data.Importing;

/// <summary>What to export, and where to.</summary>
/// <param name="Kind">grids, reference, dwellings, addresses, duties, emergencies, resources, kinds, vocabulary or findings.</param>
/// <param name="File">The file; its ending is its format. One that is there is replaced once the new one is whole.</param>
public sealed record ExportRequest(string Kind, string File)
{
    /// <summary>Of grids: the partition; null: the default one.</summary>
    public string? Partition { get; init; }

    /// <summary>Of reference features: the one layer; null: all.</summary>
    public string? LayerKind { get; init; }

    /// <summary>Of resources: the one kind; null: all.</summary>
    public string? ResourceKind { get; init; }

    /// <summary>The findings to write; null: all that the checks find in the state.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }
}

/// <summary>What was exported.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="ReadBack">The import that reads the file back; null for findings.</param>
public sealed record ExportResult(long Rows, ImportRequest? ReadBack);
