namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import addresses</c>: texts that people use for places.</summary>
internal sealed class ImportAddressesCommand(CommonOptions common) : ImportCommand(
    "addresses",
    "Take addresses, each a text with a point.",
    "gridmap import addresses addresses.csv --text '{street} {housenumber}, {postcode} Berlin' --lon lon --lat lat",
    common,
    RequestOption.Needed("text", "TEMPLATE", "The text, with fields in braces"));
