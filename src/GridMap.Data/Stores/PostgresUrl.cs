using Npgsql;

namespace GridMap.Data.Stores;

/// <summary>The URLs of libpq (<c>postgresql://user:password@host:port/database?sslmode=require</c>).</summary>
internal static class PostgresUrl
{
    // libpq's names for what Npgsql calls otherwise.
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["user"] = "Username",
        ["dbname"] = "Database",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
    };

    /// <summary>The same as an Npgsql connection string.</summary>
    /// <exception cref="StoreException">It is not such a URL, or has a parameter that Npgsql does not know.</exception>
    public static string ToConnectionString(string url)
    {
        // A Uri must have a host; libpq's may be left out, or be a parameter when it is a socket's folder.
        var complete = url.Replace("@/", "@localhost/").Replace(":///", "://localhost/");
        if (!Uri.TryCreate(complete, UriKind.Absolute, out var uri))
        {
            throw new StoreException(
                "The PostgreSQL URL cannot be read: write postgresql://user:password@host:5432/database, with special "
                + "characters of the password as %XX.");
        }

        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host };
        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        SetIfGiven(builder, "Database", uri.AbsolutePath.TrimStart('/'));
        var user = uri.UserInfo.Split(':', 2);
        SetIfGiven(builder, "Username", user[0]);
        SetIfGiven(builder, "Password", user.ElementAtOrDefault(1) ?? "");
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v] ? (k, v) : (pair, "");
            SetIfGiven(builder, Keywords.GetValueOrDefault(key, key), value);
        }

        return builder.ToString();
    }

    private static void SetIfGiven(NpgsqlConnectionStringBuilder builder, string keyword, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        try
        {
            builder[keyword] = Uri.UnescapeDataString(value);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreException($"The PostgreSQL URL's parameter '{keyword}' is unknown or has a wrong value.");
        }
    }
}
