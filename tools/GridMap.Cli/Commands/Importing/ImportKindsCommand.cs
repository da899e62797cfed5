namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import kinds</c>: kinds of resources with their attributes.</summary>
internal sealed class ImportKindsCommand(CommonOptions common) : ImportCommand(
    "kinds",
    "Take kinds of resources from a JSON file: id, names in two languages, icon, attributes with types and filters.",
    "gridmap import kinds kinds.json",
    common);
