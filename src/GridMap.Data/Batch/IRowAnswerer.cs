namespace GridMap.Data.Batch;

/// <summary>Answers the rows of a batch from one state, each by itself. Safe for many threads.</summary>
public interface IRowAnswerer
{
    /// <summary>The columns that it reads: one or two.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The answer to a row; it never throws, whatever the texts are.</summary>
    /// <param name="first">The text of the first column, UTF-8.</param>
    /// <param name="second">The text of the second column; empty where there is one only.</param>
    RowAnswer Answer(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second);
}
