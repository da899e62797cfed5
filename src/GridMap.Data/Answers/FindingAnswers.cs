using GridMap.Core;
using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;

namespace GridMap.Data.Answers;

/// <summary>The properties of a finding as a GeoJSON feature.</summary>
/// <param name="Rule">The ASCII id of the rule that was broken.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Partition">The partition's code, or null where it concerns none.</param>
/// <param name="Grids">The codes of the grids concerned, in code order.</param>
/// <param name="Measure">Square metres or metres; null where it has no size.</param>
/// <param name="Message">A sentence in Chinese and in English.</param>
/// <param name="Accepted">Whether an import that adds it was accepted.</param>
public sealed record FindingProperties(
    string Rule,
    string Severity,
    string? Partition,
    IReadOnlyList<string> Grids,
    double? Measure,
    LocalText Message,
    bool Accepted);

/// <summary>Shapes findings.</summary>
public static class FindingAnswers
{
    /// <summary>The findings of a state as a feature collection, in their order; ids count from 1.</summary>
    /// <param name="state">The state.</param>
    /// <param name="findings">Its findings.</param>
    /// <param name="accepted">Those that were accepted with it.</param>
    public static FeatureCollectionJson<FindingProperties> ToJson(
        MapState state, IReadOnlyList<Finding> findings, KnownFindings accepted) =>
        new(state.ToString(), [.. findings.Select((finding, index) => Feature(finding, index, accepted.Contains(finding)))]);

    private static FeatureJson<FindingProperties> Feature(Finding finding, int index, bool accepted) => new(
        $"{index + 1}",
        finding.Place,
        new(
            finding.Rule, Word(finding.Severity), finding.Partition, finding.Grids, finding.Measure, finding.Message,
            accepted));

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
