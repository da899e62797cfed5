namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import duties</c>: who answers for what.</summary>
internal sealed class ImportDutiesCommand(CommonOptions common) : ImportCommand(
    "duties",
    "Take duties with their holders, from the columns that geodata/README.md lists.",
    "gridmap import duties duties.csv --retire-missing",
    common);
