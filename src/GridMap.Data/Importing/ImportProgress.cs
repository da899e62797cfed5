namespace GridMap.Data.Importing;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Position">How far the file is read.</param>
/// <param name="Length">What <paramref name="Position"/> comes to at the end.</param>
public readonly record struct ImportProgress(long Rows, long Position, long Length);
