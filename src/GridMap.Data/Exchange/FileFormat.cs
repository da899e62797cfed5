namespace GridMap.Data.Exchange;

/// <summary>A format of the files that are read and written.</summary>
public enum FileFormat
{
    /// <summary>GeoJSON (RFC 7946): a FeatureCollection, one Feature, or a sequence of Features.</summary>
    GeoJson,

    /// <summary>OGC GeoPackage.</summary>
    GeoPackage,

    /// <summary>ESRI Shapefile; read only.</summary>
    Shapefile,

    /// <summary>Separated text with a header line.</summary>
    Csv,
}

/// <summary>Formats by the ending of a file's name.</summary>
public static class FileFormats
{
    private const string Accepted =
        "GeoJSON (.geojson .json .geojsonl .geojsonseq .ndjson), GeoPackage (.gpkg), Shapefile (.shp), "
        + "CSV (.csv .tsv .txt)";

    /// <summary>The format of that name.</summary>
    /// <exception cref="ExchangeException">The ending is not one of those that are known.</exception>
    public static FileFormat Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".geojson" or ".json" or ".geojsonl" or ".geojsons" or ".geojsonseq" or ".ndjson" or ".jsonl"
            => FileFormat.GeoJson,
        ".gpkg" => FileFormat.GeoPackage,
        ".shp" => FileFormat.Shapefile,
        ".csv" or ".tsv" or ".txt" => FileFormat.Csv,
        ".dbf" or ".shx" or ".prj" or ".cpg"
            => throw new ExchangeException($"'{path}' is a part of a Shapefile. Name its .shp file."),
        ".zip" or ".gz" or ".7z" => throw new ExchangeException($"'{path}' is packed. Unpack it first."),
        ".pbf" or ".osm" or ".kml" or ".gml" or ".tab" or ".mif" or ".dxf" => throw new ExchangeException(
            $"'{path}' is of a format that is not read. Convert it, for example: ogr2ogr out.gpkg '{path}'."),
        _ => throw new ExchangeException($"The format of '{path}' is not known from its ending. Accepted: {Accepted}."),
    };
}
