using System.Collections.Concurrent;

namespace ResetBot.Bot.Outbox;

/// <summary>Does things at their time, once each, as long as it is not disposed.</summary>
internal sealed class Alarms(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<ITimer, byte> _timers = new();

    /// <summary>Does something at this time, or at once when it is past.</summary>
    public void At(DateTimeOffset due, Action act)
    {
        var wait = due - clock.GetUtcNow();
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                if (timer is not null && _timers.TryRemove(timer, out var _))
                {
                    timer.Dispose();
                    act();
                }
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _timers.TryAdd(timer, 0);
        timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        // The clock may have been set while the wait was computed.
        if (due <= clock.GetUtcNow() && _timers.ContainsKey(timer))
        {
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        foreach (var timer in _timers.Keys)
        {
            timer.Dispose();
        }
    }
}
