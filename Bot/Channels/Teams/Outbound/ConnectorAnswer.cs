using System.Net;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>What a connector answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code of its error body; empty when there is none.</param>
/// <param name="Body">The body of a success; empty otherwise, or when it could not be read.</param>
/// <param name="RetryAfter">What it says about when to come back.</param>
internal sealed record ConnectorAnswer(HttpStatusCode Status, string Code, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    public const string WrongHost = "InvalidBotApiHost";
    public const string NoSuchActivity = "ActivityNotFoundInConversation";

    // Codes after which the conversation is closed to us. Source: Microsoft Teams, "Status codes from bot conversational APIs".
    private static readonly HashSet<string> Closed = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotDisabledByAdmin", "BotNotInConversationRoster", "ConversationBlockedByUser", "MessageWritesBlocked",
    };

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsWrongHost => Status == HttpStatusCode.Forbidden && Is(WrongHost);

    public bool IsNoSuchActivity => Status == HttpStatusCode.NotFound && Is(NoSuchActivity);

    private string Why => Code.Length > 0 ? $"{(int)Status} {Code}" : $"{(int)Status}";

    /// <summary>What it means for the message. Source: Microsoft Teams, "Status codes from bot conversational APIs".</summary>
    public Delivery Judge(string? messageId) => Status switch
    {
        _ when IsSuccess => new Delivery.Delivered(messageId),
        HttpStatusCode.Forbidden when Closed.Contains(Code) => new Delivery.Gone(Why),
        HttpStatusCode.NotFound when Is("ConversationNotFound") => new Delivery.Gone(Why),
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests => new Delivery.Retry(RetryAfter, Why),
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            new Delivery.Retry(RetryAfter, Why),

        // 400, 401, the other 403 and 404, 413, and 500, which Teams says not to repeat; and what no table names.
        _ => new Delivery.Refused(Why),
    };

    private bool Is(string code) => string.Equals(Code, code, StringComparison.OrdinalIgnoreCase);
}
