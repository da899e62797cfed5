using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.IO;

namespace GridMap.Data.Exchange.GeoPackage;

/// <summary>Reads a layer of a GeoPackage, in the order of its rows.</summary>
internal sealed class GeoPackageSource : SourceFile
{
    private readonly SqliteConnection connection;
    private readonly GeoPackageLayer layer;
    private readonly string[] names;
    private readonly GeoPackageGeoReader geometries =
        new(CoordinateArraySequenceFactory.Instance, new PrecisionModel(), Ordinates.XY);

    private long position;

    private GeoPackageSource(SourceOptions options, SqliteConnection connection, GeoPackageLayer layer)
        : base(options.Path, FileFormat.GeoPackage)
    {
        this.connection = connection;
        this.layer = layer;
        Layer = layer.Table;
        Crs = layer.Crs;
        CrsDefinition = layer.Definition;
        names = Columns(options.Id);
        Fields = names;
        Length = (long)Scalar($"SELECT count(*) FROM {Quoted(layer.Table)}")!;
    }

    /// <inheritdoc/>
    public override long Position => position;

    /// <summary>Opens a file and chooses the layer.</summary>
    public static GeoPackageSource OpenFile(SourceOptions options)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return new GeoPackageSource(options, connection, GeoPackageLayer.Choose(connection, options));
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new ExchangeException(
                $"'{options.Path}' is not a GeoPackage: {e.Message} Convert it with ogr2ogr, or fetch it again.", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SourceRow> ReadRows()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", Selected().Select(Quoted))} FROM {Quoted(layer.Table)}";
        using var reader = command.ExecuteReader();
        while (Step(reader))
        {
            position++;
            yield return Row(reader);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => connection.Dispose();

    private IEnumerable<string> Selected() => layer.Geometry is null ? names : names.Append(layer.Geometry);

    private bool Step(SqliteDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (SqliteException e)
        {
            throw new ExchangeException(
                $"'{Path}' is damaged after row {position} of layer {Layer}: {e.Message} Fetch it again.", e);
        }
    }

    private SourceRow Row(SqliteDataReader reader)
    {
        var values = new string?[names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Text(reader.GetValue(i));
        }

        try
        {
            return new SourceRow(position, names, values, Shape(reader));
        }
        catch (Exception e) when (e is ArgumentException or IOException or ParseException or InvalidCastException)
        {
            return SourceRow.Bad(position, "geometry", null, $"The geometry is not in GeoPackage's binary form: {e.Message}");
        }
    }

    private Geometry? Shape(SqliteDataReader reader) => layer.Geometry is null || reader.IsDBNull(names.Length)
        ? null
        : geometries.Read(reader.GetFieldValue<byte[]>(names.Length));

    private static string? Text(object value) => value switch
    {
        DBNull => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // The integer key is the format's own row number; it is a field only for those who ask for it.
    private string[] Columns(string? wanted)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, type, pk FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", layer.Table);
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            var name = reader.GetString(0);
            var isKey = reader.GetInt64(2) == 1 && reader.GetString(1).StartsWith("INT", StringComparison.OrdinalIgnoreCase);
            if (name != layer.Geometry && (!isKey || name == wanted))
            {
                columns.Add(name);
            }
        }

        return [.. columns];
    }

    private object? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
