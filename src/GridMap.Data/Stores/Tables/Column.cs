namespace GridMap.Data.Stores.Tables;

/// <summary>What a column holds, and as which type its values travel between a store and a <see cref="Row"/>.</summary>
internal enum ColumnKind
{
    /// <summary><see cref="long"/>.</summary>
    Integer,

    /// <summary><see cref="double"/>, bit-exact.</summary>
    Number,

    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary><see cref="bool"/>.</summary>
    Flag,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="DateTimeOffset"/> in UTC, to the millisecond: what a GeoPackage's DATETIME holds.</summary>
    Time,

    /// <summary><c>string[]</c>, an array in PostGIS and JSON in a GeoPackage.</summary>
    Texts,

    /// <summary><c>long[]</c>, an array in PostGIS and JSON in a GeoPackage.</summary>
    Ids,

    /// <summary>JSON as a <see cref="string"/>; <c>jsonb</c> in PostGIS.</summary>
    Json,

    /// <summary>A geometry in EPSG:4326, lon lat, bit-exact.</summary>
    Shape,
}

/// <summary>A column of a store's table; every kind but the key's may be null.</summary>
internal readonly record struct Column(string Name, ColumnKind Kind)
{
    public static Column Integer(string name) => new(name, ColumnKind.Integer);

    public static Column Number(string name) => new(name, ColumnKind.Number);

    public static Column Text(string name) => new(name, ColumnKind.Text);

    public static Column Flag(string name) => new(name, ColumnKind.Flag);

    public static Column Date(string name) => new(name, ColumnKind.Date);

    public static Column Time(string name) => new(name, ColumnKind.Time);

    public static Column Texts(string name) => new(name, ColumnKind.Texts);

    public static Column Ids(string name) => new(name, ColumnKind.Ids);

    public static Column Json(string name) => new(name, ColumnKind.Json);

    public static Column Shape(string name) => new(name, ColumnKind.Shape);
}
