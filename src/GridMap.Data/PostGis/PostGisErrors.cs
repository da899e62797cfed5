using System.Net.Sockets;
using GridMap.Data.Stores;
using Npgsql;

namespace GridMap.Data.PostGis;

/// <summary>What exceptions of PostgreSQL and of the network mean, in words for their user.</summary>
internal static class PostGisErrors
{
    /// <summary>The error for the user; the password is never in it.</summary>
    public static StoreException Explain(string database, Exception exception) =>
        new(Message(database, exception), exception);

    private static string Message(string database, Exception exception) => exception switch
    {
        PostgresException e => Message(database, e),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or TimeoutException =>
            $"The database {database} does not answer ({Innermost(exception).Message}): start PostgreSQL, or correct "
            + $"host and port in {MapStores.Variable}. Nothing was recorded.",
        NpgsqlException e when e.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            $"The database {database} wants a password: add Password=… to {MapStores.Variable}, or a .pgpass file.",
        _ => $"The database {database}: {Line(exception.Message)}",
    };

    private static string Message(string database, PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database {database} refuses the login ({e.MessageText}): correct user and password in "
            + $"{MapStores.Variable}.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"The database {database} does not exist: create it (createdb), or correct its name in "
            + $"{MapStores.Variable}.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The user may not write in {database} ({e.MessageText}): grant it CREATE on the database, or its tables.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"The database {database} is a read-only standby: name the primary in {MapStores.Variable}.",
        PostgresErrorCodes.DiskFull =>
            $"The disk of {database} is full; nothing was recorded. Free some space and repeat it.",
        PostgresErrorCodes.TooManyConnections =>
            $"The database {database} has no connection left: raise max_connections, or stop other programs.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            $"The database {database} is shutting down or starting: repeat it when it is there. Nothing was recorded.",
        PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire =>
            $"A text holds a character that PostgreSQL cannot keep (NUL): remove it. Nothing was recorded.",
        _ => $"The database {database}: {Line(e.MessageText)} ({e.SqlState})",
    };

    /// <summary>The error for a database without PostGIS that cannot be given it.</summary>
    public static StoreException NoPostGis(string database, PostgresException cause) => new(
        $"The database {database} has no PostGIS ({Line(cause.MessageText)}): install it (Debian: "
        + "postgresql-15-postgis-3) and run 'CREATE EXTENSION postgis' there as a superuser.",
        cause);

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
