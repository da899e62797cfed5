using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GridMap.Core;

namespace GridMap.Data.Answers;

/// <summary>
/// Writes a part that many answers have in common, the same object each time, from the bytes that it was encoded to
/// before. For compact JSON only, and for objects that never change. It does not read.
/// </summary>
/// <param name="slots">How many parts to keep; a power of two.</param>
/// <param name="contract">The contract that encodes a part, and knows nothing of this converter.</param>
internal sealed class RecentJsonConverter<T>(int slots, JsonTypeInfo<T> contract) : JsonConverter<T>
    where T : class
{
    private readonly RecentParts<T, byte[]> recent =
        new(slots, part => JsonSerializer.SerializeToUtf8Bytes(part, contract));

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, not read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(recent.Of(value), skipInputValidation: true);
}
