using System.Globalization;

namespace GridMap.Server.Dispatch;

/// <summary>What a deployment allows batches.</summary>
/// <param name="LargestUpload">Bytes of one upload.</param>
internal sealed record BatchSettings(long LargestUpload)
{
    /// <summary>The setting with the bytes of the largest upload.</summary>
    public const string Variable = "GRIDMAP_BATCH_LIMIT";

    private const long Default = 1L << 30;

    /// <summary>Reads the setting; 1 GiB where there is none.</summary>
    /// <exception cref="StartUpException">It is no positive number.</exception>
    public static BatchSettings Read(IConfiguration configuration) => configuration[Variable] is not { Length: > 0 } text
        ? new(Default)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            ? new(bytes)
            : throw new StartUpException($"{Variable}='{text}' must be a number of bytes, such as {Default}.");
}
