using System.Collections.Concurrent;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>Until when Slack takes no more calls of a kind: nobody calls before that. https://docs.slack.dev/apis/web-api/rate-limits</summary>
internal sealed class SlackPauses(TimeProvider clock)
{
    // Slack always says how long; should it not, this is what its limits count by.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new();

    /// <summary>How long calls of this kind still have to wait; null when they need not.</summary>
    public TimeSpan? Left(string scope)
    {
        if (!_until.TryGetValue(scope, out var until))
        {
            return null;
        }

        var left = until - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            return left;
        }

        _until.TryRemove(new KeyValuePair<string, DateTimeOffset>(scope, until));
        return null;
    }

    /// <summary>Has nobody call for a while.</summary>
    public void Hold(string scope, TimeSpan pause) => _until[scope] = clock.GetUtcNow() + pause;

    public void Note(string scope, SlackAnswer answer)
    {
        if (answer.Error is SlackAnswer.RateLimited or "rate_limited")
        {
            _until[scope] = clock.GetUtcNow() + (answer.RetryAfter ?? Usual);
        }
    }
}
