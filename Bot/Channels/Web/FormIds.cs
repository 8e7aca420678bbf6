using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// Ids of forms, each made for one conversation: a form that somebody got elsewhere counts in no other, also when its cookies were planted
/// in the browser.
/// </summary>
internal sealed class FormIds(KeyedHash hash)
{
    private const int NameLength = 32;
    private const int MarkLength = 16;

    /// <param name="conversation">The id of the conversation; null when the browser holds none.</param>
    public string New(string? conversation)
    {
        var name = Draw.Name();
        return name + Mark(name, conversation);
    }

    /// <summary>Whether an id, or one that begins with it, was made for this conversation.</summary>
    public bool IsFor(string? conversation, string id) =>
        id.Length >= NameLength + MarkLength
        && CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(Mark(id[..NameLength], conversation).AsSpan()), MemoryMarshal.AsBytes(id.AsSpan(NameLength, MarkLength)));

    private string Mark(string name, string? conversation) => hash.Of(name, "web-form/" + conversation)[..MarkLength];
}
