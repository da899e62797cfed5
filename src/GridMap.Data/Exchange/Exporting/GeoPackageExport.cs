using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridMap.Data.Exchange.Exporting;

/// <summary>Writes a GeoPackage 1.3 with one layer in EPSG:4326; a table without geometries is of attributes.</summary>
internal static class GeoPackageExport
{
    private static readonly byte[] Header = [(byte)'G', (byte)'P', 0, 1, 0xE6, 0x10, 0, 0];

    /// <summary>Writes a table; gives the number of rows.</summary>
    public static long Write(string path, ExportTable table)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA journal_mode = OFF");
        using var transaction = connection.BeginTransaction();
        Run(connection, Sql.Frame);
        Run(connection, CreateTable(table));
        var (count, extent) = Rows(connection, table);
        Register(connection, table, extent);
        transaction.Commit();
        return count;
    }

    private static string CreateTable(ExportTable table)
    {
        var columns = table.Columns.Select(c => $", {Name(c.Name)} {(c.IsNumber ? "INTEGER" : "TEXT")}");
        var shape = table.HasShapes ? ", geom GEOMETRY" : "";
        return $"CREATE TABLE {Name(table.Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{shape}{string.Concat(columns)})";
    }

    private static (long Count, Envelope Extent) Rows(SqliteConnection connection, ExportTable table)
    {
        using var command = connection.CreateCommand();
        var names = table.Columns.Select(c => Name(c.Name)).ToList();
        var values = Enumerable.Range(0, names.Count).Select(i => $"$v{i}").ToList();
        if (table.HasShapes)
        {
            names.Add("geom");
            values.Add("$geom");
        }

        command.CommandText = $"INSERT INTO {Name(table.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
        foreach (var value in values)
        {
            command.Parameters.Add(new SqliteParameter(value, null));
        }

        var wkb = new WKBWriter(ByteOrder.LittleEndian, false);
        var extent = new Envelope();
        long count = 0;
        foreach (var row in table.Rows)
        {
            Bind(command, table, row, wkb);
            extent.ExpandToInclude(row.Shape?.EnvelopeInternal ?? new Envelope());
            command.ExecuteNonQuery();
            count++;
        }

        return (count, extent);
    }

    private static void Bind(SqliteCommand command, ExportTable table, ExportRow row, WKBWriter wkb)
    {
        for (var i = 0; i < row.Values.Length; i++)
        {
            command.Parameters[i].Value = row.Values[i] ?? (object)DBNull.Value;
        }

        if (table.HasShapes)
        {
            command.Parameters[^1].Value = row.Shape is null ? DBNull.Value : (byte[])[.. Header, .. wkb.Write(row.Shape)];
        }
    }

    private static void Register(SqliteConnection connection, ExportTable table, Envelope extent)
    {
        using var command = connection.CreateCommand();
        command.CommandText = table.HasShapes ? Sql.RegisterFeatures : Sql.RegisterAttributes;
        command.Parameters.AddWithValue("$table", table.Name);
        if (table.HasShapes)
        {
            command.Parameters.AddWithValue("$minX", extent.IsNull ? DBNull.Value : extent.MinX);
            command.Parameters.AddWithValue("$minY", extent.IsNull ? DBNull.Value : extent.MinY);
            command.Parameters.AddWithValue("$maxX", extent.IsNull ? DBNull.Value : extent.MaxX);
            command.Parameters.AddWithValue("$maxY", extent.IsNull ? DBNull.Value : extent.MaxY);
        }

        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static class Sql
    {
        /// <summary>The tables that OGC 12-128r17 (GeoPackage 1.3) asks for, clause 1.1.</summary>
        public const string Frame =
            """
            PRAGMA application_id = 1196444487;
            PRAGMA user_version = 10300;
            CREATE TABLE gpkg_spatial_ref_sys (
              srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
            INSERT INTO gpkg_spatial_ref_sys VALUES
              ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
              ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
              ('WGS 84 geodetic', 4326, 'EPSG', 4326,
               'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
               'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
            CREATE TABLE gpkg_contents (
              table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
              last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
            CREATE TABLE gpkg_geometry_columns (
              table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
              z TINYINT NOT NULL, m TINYINT NOT NULL,
              CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name),
              CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
            """;

        public const string RegisterFeatures =
            """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
            VALUES ($table, 'features', $table, $minX, $minY, $maxX, $maxY, 4326);
            INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', 'GEOMETRY', 4326, 0, 0);
            """;

        public const string RegisterAttributes =
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ($table, 'attributes', $table)";
    }
}
