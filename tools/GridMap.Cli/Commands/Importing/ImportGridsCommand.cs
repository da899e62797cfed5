namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import grids</c>: the grids of a partition, leaves with their polygons.</summary>
internal sealed class ImportGridsCommand(CommonOptions common) : ImportCommand(
    "grids",
    "Take the grids of a partition: leaves with their polygons; the upper grids are made from them.",
    """
    gridmap import grids grids.geojson --code code --name name --prefix 6,9,12,15 \
        --level district,street,community,grid --parent-names district,street,community
    """,
    common,
    RequestOption.Needed("code", "FIELD", "The field with the code"),
    RequestOption.Text("parent", "FIELD", "The field with the code of the grid above"),
    RequestOption.Numbers("prefix", "N,N,…", "Lengths of the code's prefixes, root first, the whole code last"),
    RequestOption.Text("upper", "FILE", "A file of the upper grids' polygons: each leaf goes to the one that holds it"),
    RequestOption.Texts("level", "ID,ID,…", "Level ids, root first"),
    RequestOption.Texts("parent-names", "FIELD,…", "Fields with the names of the upper grids, root first"),
    RequestOption.Text("partition", "CODE", "The partition; without it governance"),
    RequestOption.Choice("tiling", ["complete", "partial"], "Whether gaps are errors; a new partition is complete"),
    RequestOption.Text("category", "FIELD", "The field with base, dedicated or dedicated:subtype"));
