using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResetBot.Dialogs.Privacy;
using ResetBot.Recovery.Privacy;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>Writes what is kept of a person as a file that people can read too.</summary>
internal static class DataFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The bytes of the file, in UTF-8.</summary>
    public static byte[] Write(PersonalData data, ChannelFiles kept, DateTimeOffset at) =>
        JsonSerializer.SerializeToUtf8Bytes(new Whole(at, data, kept.Conversations, kept.Channels), Options);

    private sealed record Whole(DateTimeOffset At, PersonalData Recovery, IReadOnlyList<ConversationFile> Conversations, IReadOnlyList<ChannelRecord> Channels);
}
