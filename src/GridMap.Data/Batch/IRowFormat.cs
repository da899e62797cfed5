using System.Buffers;

namespace GridMap.Data.Batch;

/// <summary>A text format of rows: splits bytes into whole rows, and writes each row with what it is answered.</summary>
public interface IRowFormat
{
    /// <summary>The content type of the answer.</summary>
    string ContentType { get; }

    /// <summary>How many bytes from the start are whole rows; 0 where the first row does not end.</summary>
    /// <param name="bytes">They start with a row.</param>
    int FindEnd(ReadOnlySpan<byte> bytes);

    /// <summary>Writes what comes before the rows.</summary>
    void WriteHead(IBufferWriter<byte> output);

    /// <summary>Answers rows, in their order. Safe for many threads.</summary>
    /// <param name="rows">Whole rows; the last one may lack its line end, or end nowhere.</param>
    /// <param name="output">Where they are written.</param>
    /// <returns>How many there were.</returns>
    int Answer(ReadOnlySpan<byte> rows, IBufferWriter<byte> output);

    /// <summary>Writes a last row without columns that says why the answer stops.</summary>
    void WriteStop(string reason, IBufferWriter<byte> output);
}

/// <summary>A batch that cannot be begun; the message names what is wrong and what is accepted.</summary>
public sealed class BatchException(string message) : Exception(message);
