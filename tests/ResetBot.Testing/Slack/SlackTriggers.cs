using System.Collections.Concurrent;

namespace ResetBot.Testing.Slack;

/// <summary>
/// What Slack gives with a shortcut, a command or a button, to open one view with. It is good once, for three seconds.
/// https://docs.slack.dev/interactivity/handling-user-interaction#triggers, https://docs.slack.dev/reference/methods/views.open#errors
/// </summary>
public sealed class SlackTriggers(Func<TimeProvider> clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool IsUsed)> _issued = new();

    /// <summary>Another one.</summary>
    public string Issue()
    {
        var trigger = $"13345224609.738474920.{Guid.NewGuid():N}";
        _issued[trigger] = (clock().GetUtcNow(), false);
        return trigger;
    }

    internal void Use(string? trigger)
    {
        if (trigger is null || !_issued.TryGetValue(trigger, out var issued))
        {
            throw new SlackErrorException("invalid_trigger_id");
        }

        if (clock().GetUtcNow() - issued.At > Lifetime)
        {
            throw new SlackErrorException("expired_trigger_id");
        }

        if (issued.IsUsed || !_issued.TryUpdate(trigger, issued with { IsUsed = true }, issued))
        {
            throw new SlackErrorException("exchanged_trigger_id");
        }
    }
}
