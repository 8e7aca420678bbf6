using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>Room in which a thread writes JSON, message after message: what was written is copied out before the next one.</summary>
internal static class JsonRoom
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>The room, empty, and what writes into it.</summary>
    public static (ArrayBufferWriter<byte> Room, Utf8JsonWriter Json) Take()
    {
        var room = _room ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(room, Unescaped);
        room.ResetWrittenCount();
        json.Reset(room);
        return (room, json);
    }

    /// <summary>Writes a text under its name; nothing where there is none.</summary>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
