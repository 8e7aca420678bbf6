using System.Globalization;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>An answer that something was not let in, as the sender sees it: <c>{"error":{"code","message"}}</c>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">A sentence for whoever runs the sender; never tells which check failed where that would help an attacker.</param>
/// <param name="RetryAfter">When it may be tried again, where that makes sense.</param>
internal sealed record Refusal(int Status, string Code, string Message, TimeSpan? RetryAfter = null) : IResult
{
    public static Refusal NotJson { get; } = new(StatusCodes.Status415UnsupportedMediaType, "NotJson", "Send application/json, not compressed.");

    public static Refusal NotConfigured { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "TeamsNotConfigured", "This bot has no app id, so that nobody can be let in.");

    public static Refusal Unauthorized { get; } = new(
        StatusCodes.Status401Unauthorized, "Unauthorized", "The request does not carry a valid token of the channel.");

    public static Refusal LoopbackOnly { get; } = new(
        StatusCodes.Status403Forbidden, "LoopbackOnly", "Demo mode answers only what comes from and goes to this machine.");

    public static Refusal WrongChannel { get; } = new(
        StatusCodes.Status403Forbidden, "ChannelNotAllowed", "Only the channel msteams is served here.");

    public static Refusal WrongTenant { get; } = new(
        StatusCodes.Status403Forbidden, "TenantNotAllowed", "This tenant is not served here.");

    public static Refusal Failed { get; } = new(
        StatusCodes.Status500InternalServerError, "InternalError", "Something went wrong here. It has been written to the log.");

    public static Refusal StillWorking { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "StillWorking", "The turn is not saved yet. Deliver it again.", TimeSpan.FromSeconds(5));

    public static Refusal Busy(TimeSpan retryAfter) => new(
        StatusCodes.Status503ServiceUnavailable, "Busy", "Too much is under way. Nothing of this was recorded; deliver it again.", retryAfter);

    public static Refusal CannotCheckNow(TimeSpan retryAfter) => new(
        StatusCodes.Status503ServiceUnavailable, "KeysUnavailable", "The token cannot be checked at the moment.", retryAfter);

    public static Refusal TooLarge(int most) => new(
        StatusCodes.Status413PayloadTooLarge, "TooLarge", $"An activity may have at most {most} bytes.");

    public static Refusal Malformed(string why) => new(StatusCodes.Status400BadRequest, "BadRequest", why);

    public static Refusal UnknownInvoke(string name) => new(
        StatusCodes.Status400BadRequest, "UnknownInvoke", $"The invoke '{name}' is not known here.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            // RFC 9110 §15.5.2: a 401 names the scheme that would be accepted.
            response.Headers.WWWAuthenticate = "Bearer";
        }

        return response.WriteAsJsonAsync(new { error = new { code = Code, message = Message } }, httpContext.RequestAborted);
    }
}
