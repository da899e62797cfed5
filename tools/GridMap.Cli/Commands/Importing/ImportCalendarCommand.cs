namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import calendar</c>: holidays, and the make-up workdays of years.</summary>
internal sealed class ImportCalendarCommand(CommonOptions common) : ImportCommand(
    "calendar",
    "Take a calendar of holidays from a JSON file: those by regulation, and the days off and make-up workdays of years.",
    "gridmap import calendar geodata/calendars/cn.json",
    common);
