using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace GridMap.Data.Batch;

/// <summary>The columns that a batch adds to each row, in their order.</summary>
internal static class ResultColumns
{
    /// <summary>Their names.</summary>
    public static readonly string[] Names =
    [
        "result_status", "result_grid", "result_path", "result_border_m", "result_address", "result_score",
        "result_score_next", "result_reason",
    ];

    /// <summary>The word of a status.</summary>
    public static ReadOnlySpan<byte> Word(RowStatus status) => status switch
    {
        RowStatus.Ok => "ok"u8,
        RowStatus.NearBorder => "near_border"u8,
        RowStatus.Ambiguous => "ambiguous"u8,
        RowStatus.NotFound => "not_found"u8,
        _ => "bad_row"u8,
    };

    /// <summary>A number in the fewest digits that tell it from others; nothing for NaN.</summary>
    public static void WriteNumber(double number, IBufferWriter<byte> output)
    {
        if (!double.IsNaN(number))
        {
            Utf8Formatter.TryFormat(number, output.GetSpan(32), out var written);
            output.Advance(written);
        }
    }

    /// <summary>One byte.</summary>
    public static void WriteByte(byte value, IBufferWriter<byte> output)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>The codes of a path as one text.</summary>
    public static string TextOf(IReadOnlyList<Core.Grids.Grid> path) => string.Join('/', path.Select(static g => g.Code));

    /// <summary>Bytes as a text to show in a message or a JSON string; what is no UTF-8 becomes a sign for that.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
