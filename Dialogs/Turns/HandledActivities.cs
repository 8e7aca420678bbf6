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

    /// <summary>Remembers an activity, and forgets the oldest of too many; false when it was handled before.</summary>
    /// <param name="conversation">Where it came in.</param>
    /// <param name="id">Its id, unique within its conversation.</param>
    public static bool Add(Conversation conversation, string id)
    {
        var mark = SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, MarkLength);
        var before = conversation.Handled.AsSpan();
        for (var at = 0; at < before.Length; at += MarkLength)
        {
            if (before.Slice(at, MarkLength).SequenceEqual(mark))
            {
                return false;
            }
        }

        before = before.Length < Known * MarkLength ? before : before[MarkLength..];
        conversation.Handled = [.. before, .. mark];
        return true;
    }
}
