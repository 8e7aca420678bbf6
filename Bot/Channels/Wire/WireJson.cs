using System.Text.Json;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>
/// Reads members of JSON that anybody may have written: a member of another kind than asked for counts as absent. Names are UTF-8.
/// </summary>
internal static class WireJson
{
    // Deeper than anything that a channel sends.
    private const int Deepest = 64;

    /// <summary>Reads JSON that may be any bytes.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="what">What they are, at the beginning of a sentence: "The body".</param>
    /// <param name="read">Reads it. What is kept of it must not point into it.</param>
    /// <param name="malformed">Makes an outcome of why it cannot be read.</param>
    public static T Read<T>(ReadOnlyMemory<byte> json, string what, Func<JsonElement, T> read, Func<string, T> malformed)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return malformed($"{what} is not readable JSON.");
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json says so only when a string is asked for: bytes that are no UTF-8, or half a surrogate pair.
            return malformed($"{what} has text that is not Unicode.");
        }
    }

    public static JsonElement? Member(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? Member(this JsonElement? parent, ReadOnlySpan<byte> name) => parent is { } there ? there.Member(name) : null;

    public static string? Text(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static string? Text(this JsonElement? parent, ReadOnlySpan<byte> name) => parent is { } there ? there.Text(name) : null;

    public static bool IsTrue(this JsonElement? parent, ReadOnlySpan<byte> name) => parent.Member(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
