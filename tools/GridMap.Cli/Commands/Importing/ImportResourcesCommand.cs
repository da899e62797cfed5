namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import resources</c>: what people look for.</summary>
internal sealed class ImportResourcesCommand(CommonOptions common) : ImportCommand(
    "resources",
    "Take resources of one kind: parking sites, parks, stations, toilets …",
    "gridmap import resources parking.geojson --kind parking --id osm_id --capacity capacity --set surface=surface",
    common,
    RequestOption.Needed("kind", "KIND", "The id of the kind, like parking"),
    RequestOption.Text("capacity", "FIELD", "The field with how many it holds"));
