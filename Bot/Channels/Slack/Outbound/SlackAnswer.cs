using System.Text.Json;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>What the Web API answered: its status says next to nothing, its body says <c>ok</c> or why not.</summary>
/// <param name="Error">Slack's word for what went wrong; empty when nothing did.</param>
/// <param name="Body">The answer; undefined when it could not be read.</param>
/// <param name="RetryAfter">When to come back, where Slack says so.</param>
internal sealed record SlackAnswer(string Error, JsonElement Body, TimeSpan? RetryAfter)
{
    public const string Unreadable = "unreadable_answer";
    public const string RateLimited = "ratelimited";
    public const string TokenExpired = "token_expired";
    public const string NotRotated = "token_rotation_not_enabled";

    // The conversation, or its person, is no longer there for us.
    private static readonly HashSet<string> Closed =
    [
        "channel_not_found", "is_archived", "not_in_channel", "user_not_found", "users_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot",
        "messages_tab_disabled", "restricted_action",
    ];

    // Slack cannot do it now, and nobody can tell whether it was done.
    private static readonly HashSet<string> Passing =
    [
        Unreadable, RateLimited, "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org",
    ];

    // An administrator has to do something first: it is tried again for a day.
    private static readonly HashSet<string> Locked =
    [
        "invalid_auth", "not_authed", "token_revoked", TokenExpired, "account_inactive", "missing_scope", "team_access_not_granted",
        "enterprise_is_restricted", "ekm_access_denied", "access_denied",
    ];

    // Slack does not draw what it was sent; the words alone it may take. https://docs.slack.dev/reference/methods/chat.postMessage#errors,
    // https://docs.slack.dev/reference/methods/chat.update#errors; msg_blocks_too_long: slackapi/bolt-js#2509.
    private static readonly HashSet<string> Undrawn = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "block_mismatch", "invalid_arguments"];

    // What was to be changed is gone, or stands as it is for good.
    private static readonly HashSet<string> Unchangeable = ["message_not_found", "cant_update_message", "edit_window_closed", "cant_delete_message"];

    public bool IsRight => Error.Length == 0;

    /// <summary>Slack may do the same a little later.</summary>
    public bool IsPassing => Passing.Contains(Error);

    /// <summary>The conversation, or its person, is not there for us, and will not be.</summary>
    public bool IsClosed => Closed.Contains(Error);

    /// <summary>Slack does not take the blocks of a message, or may mean them.</summary>
    public bool IsUndrawn => Undrawn.Contains(Error);

    /// <summary>An administrator has to give the app something that it has not got, or has lost.</summary>
    public bool IsLocked => IsRefusedToken || Error == "missing_scope";

    /// <summary>The token is worth nothing.</summary>
    public bool IsRefusedToken => Error is "invalid_auth" or "not_authed" or "token_revoked" or TokenExpired or "account_inactive";

    /// <summary>What it means for a message. https://docs.slack.dev/reference/methods/chat.postMessage#errors</summary>
    public Delivery Judge(string? messageId) => Error switch
    {
        "" => new Delivery.Delivered(messageId),
        var error when Closed.Contains(error) => new Delivery.Gone(error),
        var error when Unchangeable.Contains(error) => new Delivery.Delivered(null),
        var error when Passing.Contains(error) || Locked.Contains(error) => new Delivery.Retry(RetryAfter, error),
        var error => new Delivery.Refused(error),
    };
}
