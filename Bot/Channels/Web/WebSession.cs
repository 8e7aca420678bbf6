using System.Text.Json.Serialization;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Which conversation a browser holds. Its cookie is not stored: the key is its hash.</summary>
internal sealed class WebSession : IDocument
{
    public static string Kind => "web_session";

    public required string Key { get; init; }

    /// <summary>The id of the conversation, which no cookie is: who sees it in a log or a database has nothing.</summary>
    public required string Conversation { get; init; }

    /// <summary>The case and how far it was when the cookie was given.</summary>
    public string Standing { get; set; } = "";

    /// <summary>The browser was given another cookie, or left: this one opens nothing any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>Which form gave the browser the next cookie, as a hash; null when none did.</summary>
    public string? FollowedBy { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset FollowedAt { get; set; }

    /// <summary>Until when the cookie opens the conversation.</summary>
    public required DateTimeOffset GoodUntil { get; set; }

    /// <summary>The conversation, with somebody whom the channel does not know.</summary>
    [JsonIgnore]
    public ConversationReference Reference => new() { Channel = WebChannel.Name, ConversationId = Conversation, UserId = Conversation };

    /// <summary>Under which key the conversation is kept.</summary>
    [JsonIgnore]
    public string ConversationKey => Reference.Key;

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => GoodUntil;

    public static string KeyOf(string cookie) => HandleKey.Of(cookie);
}
