using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Dialogs.Turns;

/// <summary>
/// Which activities of a conversation were handled last, so that one that is delivered again changes nothing. A channel repeats within minutes;
/// the last 32 are known.
/// </summary>
public static class HandledActivities
{
    private const int Known = 32;

    // Of SHA-256: two of 32 ids are alike once in 10^16 conversations.
    private const int MarkLength = 8;

    /// <summary>Whether an activity was handled.</summary>
    /// <param name="conversation">Where it came in.</param>
    /// <param name="id">Its id, unique within its conversation.</param>
    public static bool Has(Conversation conversation, string id)
    {
        var mark = Mark(id);
        for (var at = 0; at < conversation.Handled.Length; at += MarkLength)
        {
            if (conversation.Handled.AsSpan(at, MarkLength).SequenceEqual(mark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Remembers an activity; the oldest of too many is forgotten.</summary>
    public static void Add(Conversation conversation, string id)
    {
        var before = conversation.Handled.AsSpan();
        before = before.Length < Known * MarkLength ? before : before[MarkLength..];
        conversation.Handled = [.. before, .. Mark(id)];
    }

    private static ReadOnlySpan<byte> Mark(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, MarkLength);
}
