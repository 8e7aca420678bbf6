using System.Text;
using System.Text.Json;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>How a message waits in the outbox: one line of JSON that says where it goes, then what the far end gets, which is neither read nor written again.</summary>
internal static class QueuedText
{
    /// <summary>Reads it. JSON without indentation has no line break of its own.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="names">What the line may say.</param>
    /// <returns>What it says, in the order of the names, null where it says nothing; and what the far end gets.</returns>
    // By hand, since every message passes here.
    public static (string?[] Said, ReadOnlyMemory<byte> Content) Read(ReadOnlyMemory<byte> text, params ReadOnlySpan<string> names)
    {
        var end = text.Span.IndexOf((byte)'\n');
        var json = new Utf8JsonReader(text.Span[..end]);
        var said = new string?[names.Length];
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = IndexOf(json, names);
            json.Read();
            if (at < 0)
            {
                json.Skip();
            }
            else
            {
                said[at] = json.TokenType == JsonTokenType.Number ? Encoding.ASCII.GetString(json.ValueSpan) : json.GetString();
            }
        }

        return (said, text[(end + 1)..]);
    }

    private static int IndexOf(scoped in Utf8JsonReader json, scoped ReadOnlySpan<string> names)
    {
        for (var at = 0; at < names.Length; at++)
        {
            if (json.ValueTextEquals(names[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
