using System.Text.Json;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// Reads members of JSON that anybody may have written: a member of another kind than asked for counts as absent. Names are UTF-8.
/// </summary>
internal static class WireJson
{
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
