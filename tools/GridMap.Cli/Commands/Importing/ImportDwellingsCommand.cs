namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import dwellings</c>: counted places with households and population.</summary>
internal sealed class ImportDwellingsCommand(CommonOptions common) : ImportCommand(
    "dwellings",
    "Take dwellings: the smallest counted places, whose sums are the grids' figures.",
    "gridmap import dwellings dwellings.csv --id id --lon lon --lat lat --set households=households,population=people",
    common);
