using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing;

/// <summary>
/// The identity of a row that has no id: a hash of its fields, in the order of their names, and of its vertices on the
/// lattice. Neither the order of fields nor the format of the file changes it; blank fields do not count.
/// </summary>
internal sealed class ContentId : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string[]? names;
    private int[] order = [];

    /// <summary>32 hexadecimal digits: the first half of SHA-256.</summary>
    public string Of(SourceRow row, Geometry? shape)
    {
        foreach (var i in OrderOf(row.NameArray))
        {
            if (row.Values[i] is { } value && !string.IsNullOrWhiteSpace(value))
            {
                Add(row.NameArray[i]);
                Add(value);
            }
        }

        Add(shape?.GeometryType ?? "");
        foreach (var point in shape?.Coordinates ?? [])
        {
            hash.AppendData(MemoryMarshal.AsBytes<double>([point.X, point.Y]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void Add(string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }

    private int[] OrderOf(string[] of)
    {
        if (!ReferenceEquals(of, names))
        {
            names = of;
            order = [.. Enumerable.Range(0, of.Length).OrderBy(i => of[i], StringComparer.Ordinal)];
        }

        return order;
    }
}
