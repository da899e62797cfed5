namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import emergencies</c>: while one lasts, the emergency chain comes first.</summary>
internal sealed class ImportEmergenciesCommand(CommonOptions common) : ImportCommand(
    "emergencies",
    "Take declared emergencies, from the columns that geodata/README.md lists.",
    "gridmap import emergencies emergencies.csv",
    common);
