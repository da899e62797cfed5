using NetTopologySuite.Geometries;

namespace GridMap.Core.Grids.Checks;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Should be looked at; nothing is refused for it.</summary>
    Warning,

    /// <summary>A change that adds one is refused, unless findings are accepted.</summary>
    Error,
}

/// <summary>A located problem.</summary>
/// <remarks>Not compared by value: it holds a geometry.</remarks>
public sealed class Finding(
    string rule,
    Severity severity,
    string? partition,
    IReadOnlyList<string> grids,
    Geometry? place,
    LocalText message,
    double? measure = null)
{
    /// <summary>The ASCII id of the rule that was broken, for example <c>overlap</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>How bad it is.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>The code of the partition, or null where it concerns none.</summary>
    public string? Partition { get; } = partition;

    /// <summary>The codes of the grids concerned, in code order; may be empty.</summary>
    public IReadOnlyList<string> Grids { get; } = grids;

    /// <summary>Where: any geometry, lon lat in degrees; null only where there is no place.</summary>
    public Geometry? Place { get; } = place;

    /// <summary>A sentence in Chinese and in English, with the figures.</summary>
    public LocalText Message { get; } = message;

    /// <summary>Its size: square metres for areas, metres for lengths; null where it has none.</summary>
    public double? Measure { get; } = measure;
}
