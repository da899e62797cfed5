using System.Reflection;

namespace GridMap.Data.Stores.Sql;

/// <summary>The named statements of an embedded <c>.sql</c> file: each begins with a line <c>-- name: …</c>.</summary>
internal sealed class SqlFile
{
    private const string NameMark = "-- name: ";

    /// <summary>Statements about versions.</summary>
    public static readonly SqlFile Versions = Embedded("Stores.Sql.versions.sql");

    /// <summary>Statements about revisions and whole tables.</summary>
    public static readonly SqlFile History = Embedded("Stores.Sql.history.sql");

    /// <summary>Statements about live occupancy.</summary>
    public static readonly SqlFile Occupancy = Embedded("Stores.Sql.occupancy.sql");

    private readonly Dictionary<string, string> statements = [];

    private SqlFile(string text)
    {
        foreach (var part in text.Split(NameMark).Skip(1))
        {
            var end = part.IndexOf('\n');
            statements.Add(part[..end].Trim(), part[(end + 1)..].Trim());
        }
    }

    /// <summary>The statement of that name.</summary>
    public string this[string name] => statements[name];

    /// <summary>The statements of a file of this assembly; its name has dots for slashes.</summary>
    public static SqlFile Embedded(string name) => new(ReadText($"GridMap.Data.{name}"));

    /// <summary>The text of an embedded resource, with <c>\n</c> for line ends.</summary>
    public static string ReadText(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
