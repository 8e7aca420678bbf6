using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;

namespace ResetBot.Testing.Slack;

/// <summary>
/// The Events API as an app meets it: an event that is not answered 2xx within three seconds comes again, with number and reason: at once, after a minute, and
/// after five; not so when the answer forbids it. Taps and commands never do. https://docs.slack.dev/apis/events-api#error-handling
/// </summary>
public sealed class SlackEvents(IChatService service, TimeProvider clock)
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly HttpClient Client = new();

    /// <summary>What is waited for before each repetition.</summary>
    internal static IReadOnlyList<TimeSpan> Pauses { get; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Delivers an event; every attempt, once none follows.</summary>
    public async Task<IReadOnlyList<SlackAttempt>> DeliverAsync(JsonObject happened)
    {
        List<SlackAttempt> attempts = [];
        while (true)
        {
            var attempt = await SendAsync(happened.ToJsonString(), attempts.Count, attempts.LastOrDefault()?.Fault);
            attempts.Add(attempt);
            if (attempt.IsLast || attempts.Count > Pauses.Count)
            {
                return attempts;
            }

            await Task.Delay(Pauses[attempts.Count - 1], clock);
        }
    }

    private async Task<SlackAttempt> SendAsync(string body, int number, string? reason)
    {
        using var hangingUp = new CancellationTokenSource();
        using var request = SlackWire.Request(service.Address, body, SlackWire.Json, clock.GetUtcNow(), retry: number, reason: reason ?? "");
        try
        {
            using var answer = await Client.SendAsync(request, hangingUp.Token).WaitAsync(Patience, clock, CancellationToken.None);
            var isForbidden = answer.Headers.TryGetValues("X-Slack-No-Retry", out var words) && words.Contains("1");
            return answer.IsSuccessStatusCode
                ? new SlackAttempt(number, reason, answer.StatusCode, null, IsLast: true)
                : new SlackAttempt(number, reason, answer.StatusCode, "http_error", isForbidden);
        }
        catch (TimeoutException)
        {
            await hangingUp.CancelAsync();
            return new SlackAttempt(number, reason, null, "http_timeout", IsLast: false);
        }
        catch (HttpRequestException)
        {
            return new SlackAttempt(number, reason, null, "connection_failed", IsLast: false);
        }
    }
}
