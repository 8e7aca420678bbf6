using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>Why the Teams endpoint lets something not in.</summary>
internal static class TeamsRefusals
{
    public static Refusal NotJson { get; } = new(StatusCodes.Status415UnsupportedMediaType, "NotJson", "Send application/json, not compressed.");

    public static Refusal NotConfigured { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "TeamsNotConfigured", "This bot has no app id, so that nobody can be let in.");

    public static Refusal Unauthorized { get; } = new(
        StatusCodes.Status401Unauthorized, "Unauthorized", "The request does not carry a valid token of the channel.", Scheme: "Bearer");

    public static Refusal LoopbackOnly { get; } = new(
        StatusCodes.Status403Forbidden, "LoopbackOnly", "Demo mode answers only what comes from and goes to this machine.");

    public static Refusal WrongChannel { get; } = new(
        StatusCodes.Status403Forbidden, "ChannelNotAllowed", "Only the channel msteams is served here.");

    public static Refusal WrongTenant { get; } = new(
        StatusCodes.Status403Forbidden, "TenantNotAllowed", "This tenant is not served here.");

    public static Refusal CannotCheckNow(TimeSpan retryAfter) => new(
        StatusCodes.Status503ServiceUnavailable, "KeysUnavailable", "The token cannot be checked at the moment.", retryAfter);

    public static Refusal UnknownInvoke(string name) => new(
        StatusCodes.Status400BadRequest, "UnknownInvoke", $"The invoke '{name}' is not known here.");
}
