using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ResetBot.Testing;

/// <summary>A clock that a test moves, and that tells of every wait as it begins: time that moves before somebody waits for it is missed.</summary>
public sealed class WatchedTime(DateTimeOffset now) : FakeTimeProvider(now)
{
    // The last waits only: nobody looks further back.
    private readonly Channel<TimeSpan> _waits = Channel.CreateBounded<TimeSpan>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Somebody has begun to wait so long.</summary>
    public event Action<TimeSpan>? WaitBegan;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        WaitBegan?.Invoke(dueTime);
        return timer;
    }

    /// <summary>Completes when somebody begins to wait for such a time. Ask before it can happen.</summary>
    public Task WaitingAsync(Predicate<TimeSpan> wait)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        WaitBegan += Look;
        return begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        void Look(TimeSpan due)
        {
            if (wait(due))
            {
                WaitBegan -= Look;
                begun.TrySetResult();
            }
        }
    }

    /// <summary>Moves time on by this much as soon as somebody waits for just that.</summary>
    public async Task AdvanceWhenAwaitedAsync(TimeSpan wait, CancellationToken cancellation)
    {
        while (await _waits.Reader.ReadAsync(cancellation) != wait)
        {
            // Another wait, of somebody else.
        }

        Advance(wait);
    }
}
