using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using GridMap.Data.Stores;
using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Migrations;

/// <summary>
/// Brings a store's schema up to date: numbered scripts, applied in order in one transaction, and recorded.
/// </summary>
internal sealed class Migrator
{
    /// <summary>The scripts of the GeoPackage store.</summary>
    public static readonly Migrator GeoPackage = new("GeoPackage");

    /// <summary>The scripts of the PostGIS store.</summary>
    public static readonly Migrator PostGis = new("PostGis");

    private static readonly SqlFile Ledger = SqlFile.Embedded("Migrations.ledger.sql");

    private readonly Migration[] known;

    private Migrator(string folder)
    {
        var prefix = $"GridMap.Data.Migrations.{folder}.";
        known =
        [
            .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => Migration.Read(n, n[prefix.Length..^".sql".Length])),
        ];
    }

    /// <summary>Applies what is missing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="isNew">Whether the store has no ledger yet.</param>
    /// <param name="cancellation">Ends it; nothing was applied then.</param>
    /// <exception cref="StoreException">The store is newer than the program, or its ledger says otherwise.</exception>
    public async Task ApplyAsync(SqlMapStore store, bool isNew, CancellationToken cancellation)
    {
        if (!isNew)
        {
            // Without the write lock: a program that only reads must not wait for one that imports.
            await using var reading = await store.BeginReadAsync(cancellation);
            if ((await ListMissingAsync(reading, store.Description, cancellation)).Count == 0)
            {
                return;
            }
        }

        await using var session = await store.BeginWriteAsync(cancellation);
        if (isNew)
        {
            await session.ExecuteAsync(Ledger["create"], cancellation);
        }

        foreach (var migration in await ListMissingAsync(session, store.Description, cancellation))
        {
            await session.ExecuteAsync(migration.Script, cancellation);
            await session.ExecuteAsync(
                Ledger["record"], cancellation,
                ("number", migration.Number), ("name", migration.Name), ("checksum", migration.Checksum));
        }

        await session.CommitAsync(cancellation);
    }

    private async Task<List<Migration>> ListMissingAsync(
        StoreSession session, string store, CancellationToken cancellation)
    {
        var missing = known.ToList();
        ColumnKind[] kinds = [ColumnKind.Integer, ColumnKind.Text, ColumnKind.Text];
        await foreach (var row in session.ReadAsync(Ledger["applied"], kinds, cancellation))
        {
            var (number, name, checksum) = ((long)row[0]!, (string)row[1]!, (string)row[2]!);
            var migration = missing.Find(m => m.Number == number) ?? throw new StoreException(
                $"'{store}' is newer than this program (it has migration {number}, {name}): update GridMap, "
                + "or name another store.");
            if (migration.Checksum != checksum)
            {
                throw new StoreException(
                    $"'{store}' was made with another migration {number} ({name}) than this program has: use the "
                    + "program that made it, or restore a backup into a new store.");
            }

            missing.Remove(migration);
        }

        return missing;
    }

    private sealed record Migration(long Number, string Name, string Script, string Checksum)
    {
        public static Migration Read(string resource, string name)
        {
            var script = SqlFile.ReadText(resource);
            var number = long.Parse(name.AsSpan(0, name.IndexOf('_')), CultureInfo.InvariantCulture);
            return new(number, name, script, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script))));
        }
    }
}
