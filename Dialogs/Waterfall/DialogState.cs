using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResetBot.Dialogs.Waterfall;

/// <summary>What a dialog keeps: typed as long as a turn works with it, JSON when it is saved.</summary>
[JsonConverter(typeof(Converter))]
public sealed class DialogState
{
    private readonly JsonElement _saved;

    // As its conversation is written.
    private readonly JsonSerializerOptions? _json;
    private object? _live;

    private DialogState(JsonElement saved, JsonSerializerOptions? json, object? live)
    {
        _saved = saved;
        _json = json;
        _live = live;
    }

    /// <summary>Nothing yet.</summary>
    public static DialogState None { get; } = new(default, null, null);

    public static DialogState Of(object state) => new(default, null, state);

    /// <summary>The state itself: what is changed in it is saved with its frame.</summary>
    public T Get<T>()
        where T : class, new()
    {
        if (_live is T live)
        {
            return live;
        }

        var read = Read<T>(Saved());
        _live = ReferenceEquals(this, None) ? null : read;
        return read;
    }

    /// <summary>The state for somebody whose changes are not kept.</summary>
    public T Copy<T>()
        where T : class, new() => Read<T>(Saved());

    /// <summary>One member of it as text; null when there is no such.</summary>
    public string? Text(string member) =>
        Saved() is { ValueKind: JsonValueKind.Object } saved && saved.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private JsonElement Saved() => _live is null ? _saved : JsonSerializer.SerializeToElement(_live, _live.GetType(), _json);

    private T Read<T>(JsonElement saved)
        where T : class, new() => saved.ValueKind == JsonValueKind.Object ? saved.Deserialize<T>(_json)! : new T();

    private sealed class Converter : JsonConverter<DialogState>
    {
        public override bool HandleNull => true;

        public override DialogState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader), options, null);

        public override void Write(Utf8JsonWriter writer, DialogState value, JsonSerializerOptions options)
        {
            if (value._live is { } live)
            {
                JsonSerializer.Serialize(writer, live, live.GetType(), options);
            }
            else if (value._saved.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteNullValue();
            }
            else
            {
                value._saved.WriteTo(writer);
            }
        }
    }
}
