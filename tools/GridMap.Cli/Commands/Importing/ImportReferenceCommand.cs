namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import reference</c>: outlines, divisions, barriers, declared gaps, compounds.</summary>
internal sealed class ImportReferenceCommand(CommonOptions common) : ImportCommand(
    "reference",
    "Take reference features, which rules compare the grids with.",
    "gridmap import reference compounds.geojson --layer-kind compound --id id --name name",
    common,
    RequestOption.Needed("layer-kind", "LAYER", "The layer: outline, division, barrier, gap, compound, or another that no rule reads"),
    RequestOption.Text("code", "FIELD", "The field with a code; for a division its division code"));
