using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange;

/// <summary>A row of a file: named texts and a geometry in the file's coordinate system.</summary>
/// <remarks>Rows of one shape share their array of names. Immutable by convention, but for the geometry.</remarks>
public sealed class SourceRow(long number, string[] names, string?[] values, Geometry? shape, RowProblem? problem = null)
{
    /// <summary>A row that could not be understood.</summary>
    public static SourceRow Bad(long number, string rule, string? value, string message) =>
        new(number, [], [], null, new RowProblem(number, rule, value, message));

    /// <summary>1 for the first.</summary>
    public long Number { get; } = number;

    /// <summary>The names of its fields, in the file's order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The values, beside the names; null where the file has none.</summary>
    public IReadOnlyList<string?> Values => values;

    /// <summary>Its geometry, or null.</summary>
    public Geometry? Shape { get; } = shape;

    /// <summary>What is wrong with it, or null; nothing else of a bad row counts.</summary>
    public RowProblem? Problem { get; } = problem;

    /// <summary>The value of that field; null where it is absent, null or blank.</summary>
    public string? Find(string? name)
    {
        var index = name is null ? -1 : Array.IndexOf(names, name);
        return index < 0 || string.IsNullOrWhiteSpace(values[index]) ? null : values[index];
    }

    /// <summary>The array that rows of this shape share.</summary>
    internal string[] NameArray => names;
}
