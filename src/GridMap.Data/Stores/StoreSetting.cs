namespace GridMap.Data.Stores;

/// <summary>What a store's setting names.</summary>
public abstract record StoreSetting
{
    /// <summary>A GeoPackage by its full path.</summary>
    public sealed record File(string Path) : StoreSetting;

    /// <summary>A PostgreSQL database by an Npgsql connection string.</summary>
    public sealed record Database(string ConnectionString) : StoreSetting
    {
        /// <summary>Without the password.</summary>
        public override string ToString() => nameof(Database);
    }

    /// <summary>Reads a setting.</summary>
    /// <param name="setting">A path that ends in <c>.gpkg</c>, keywords and values, or a URL.</param>
    /// <param name="folder">What a relative path counts from.</param>
    /// <exception cref="StoreException">It is none of them. A password is never repeated.</exception>
    public static StoreSetting Parse(string setting, string folder)
    {
        var text = setting.Trim();
        if (text.StartsWith("postgresql://", StringComparison.Ordinal)
            || text.StartsWith("postgres://", StringComparison.Ordinal))
        {
            return new Database(PostgresUrl.ToConnectionString(text));
        }

        if (text.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase))
        {
            return new File(System.IO.Path.GetFullPath(text, folder));
        }

        return text.Contains('=')
            ? new Database(text)
            : throw new StoreException(
                $"{Shown(text)} names no store: give a file that ends in .gpkg, or a PostgreSQL connection string like "
                + "'Host=localhost;Database=gridmap;Username=gridmap'.");
    }

    private static string Shown(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? $"A URL '{text[..at]}://…'" : $"'{text}'";

    /// <summary>
    /// What relative paths count from: the root of the repository when the program runs from a clone (since
    /// <c>dotnet run --project</c> moves the working folder), else the caller's folder.
    /// </summary>
    public static string BaseFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "GridMap.sln")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
