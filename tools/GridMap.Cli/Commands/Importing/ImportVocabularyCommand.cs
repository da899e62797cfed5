namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import vocabulary</c>: partitions, kinds, roles and subtypes with their names.</summary>
internal sealed class ImportVocabularyCommand(CommonOptions common) : ImportCommand(
    "vocabulary",
    "Take partitions with their levels, kinds, roles and subtypes, with names in two languages, from a JSON file.",
    "gridmap import vocabulary vocabulary.json",
    common);
