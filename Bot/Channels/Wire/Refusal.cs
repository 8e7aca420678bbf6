using System.Globalization;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>An answer that something was not let in, as the sender sees it: <c>{"error":{"code","message"}}</c>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">A sentence for whoever runs the sender; never tells which check failed where that would help an attacker.</param>
/// <param name="RetryAfter">When it may be tried again, where that makes sense.</param>
/// <param name="Scheme">For 401, the scheme of authentication that would be accepted (RFC 9110 §15.5.2); null where there is none.</param>
internal sealed record Refusal(int Status, string Code, string Message, TimeSpan? RetryAfter = null, string? Scheme = null) : IResult
{
    public static Refusal Failed { get; } = new(
        StatusCodes.Status500InternalServerError, "InternalError", "Something went wrong here. It has been written to the log.");

    public static Refusal StillWorking { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "StillWorking", "The turn is not saved yet. Deliver it again.", TimeSpan.FromSeconds(5));

    public static Refusal Busy(TimeSpan retryAfter) => new(
        StatusCodes.Status503ServiceUnavailable, "Busy", "Too much is under way. Nothing of this was recorded; deliver it again.", retryAfter);

    public static Refusal TooLarge(int most) => new(
        StatusCodes.Status413PayloadTooLarge, "TooLarge", $"A request may have at most {most} bytes.");

    public static Refusal Malformed(string why) => new(StatusCodes.Status400BadRequest, "BadRequest", why);

    public static Refusal Unreadable(int status) => new(status, "BadRequest", "The request could not be read to its end.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Scheme is not null)
        {
            response.Headers.WWWAuthenticate = Scheme;
        }

        return response.WriteAsJsonAsync(new { error = new { code = Code, message = Message } }, httpContext.RequestAborted);
    }
}
