using Microsoft.Data.Sqlite;

namespace GridMap.Data.Exchange.GeoPackage;

/// <summary>A layer of a GeoPackage.</summary>
/// <param name="Table">Its table or view.</param>
/// <param name="Geometry">The column with geometries; null for a table of attributes.</param>
/// <param name="Crs"><c>EPSG:n</c>, WKT, or null where it is undefined.</param>
/// <param name="Definition">WKT, or null.</param>
internal sealed record GeoPackageLayer(string Table, string? Geometry, string? Crs, string? Definition)
{
    private const string ListSql =
        """
        SELECT c.table_name, c.data_type, g.column_name, s.organization, s.organization_coordsys_id, s.definition
        FROM gpkg_contents c
        LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        WHERE c.data_type IN ('features', 'attributes')
        ORDER BY c.table_name
        """;

    /// <summary>The layer that is asked for, or the only one.</summary>
    /// <exception cref="ExchangeException">There is none, or there are several and none is named.</exception>
    public static GeoPackageLayer Choose(SqliteConnection connection, SourceOptions options)
    {
        var all = List(connection);
        var fitting = options.TableOnly ? all : [.. all.Where(l => l.Geometry is not null)];
        if (options.Layer is { } name)
        {
            return fitting.FirstOrDefault(l => l.Table == name) ?? throw new ExchangeException(
                $"'{options.Path}' has no layer '{name}' (--layer). Its layers: {Names(fitting)}.");
        }

        return fitting.Count switch
        {
            0 => throw new ExchangeException($"'{options.Path}' is a GeoPackage without a layer of features."),
            1 => fitting[0],
            _ => throw new ExchangeException(
                $"'{options.Path}' has several layers. Name one with --layer: {Names(fitting)}."),
        };
    }

    private static List<GeoPackageLayer> List(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ListSql;
        using var reader = command.ExecuteReader();
        var layers = new List<GeoPackageLayer>();
        while (reader.Read())
        {
            layers.Add(Layer(reader));
        }

        return layers;
    }

    private static GeoPackageLayer Layer(SqliteDataReader reader)
    {
        var definition = reader.IsDBNull(5) || reader.GetString(5) == "undefined" ? null : reader.GetString(5);
        var isEpsg = !reader.IsDBNull(3) && reader.GetString(3).Equals("EPSG", StringComparison.OrdinalIgnoreCase);
        return new GeoPackageLayer(
            reader.GetString(0),
            reader.IsDBNull(2) ? null : reader.GetString(2),
            isEpsg ? $"EPSG:{reader.GetInt64(4)}" : definition,
            definition);
    }

    private static string Names(IEnumerable<GeoPackageLayer> layers) => string.Join(", ", layers.Select(l => l.Table));
}
