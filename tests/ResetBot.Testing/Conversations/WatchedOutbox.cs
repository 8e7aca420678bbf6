using ResetBot.Storage;

namespace ResetBot.Testing.Conversations;

/// <summary>The host's outbox, with a signal for the moment when nothing is under way any more.</summary>
internal sealed class WatchedOutbox : IOutbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IOutbox _outbox;
    private readonly TimeProvider _clock;
    private readonly Dictionary<long, (int Place, string Lane, DateTimeOffset RestsUntil)> _open = [];
    private readonly Lock _gate = new();
    private readonly Signal _settled = new();
    private int _places;

    public WatchedOutbox(IOutbox outbox, TimeProvider clock)
    {
        _outbox = outbox;
        _clock = clock;
        outbox.Saved += items =>
        {
            Begin(items);
            Saved?.Invoke(items);
        };
    }

    public event Action<IReadOnlyList<OutboxItem>>? Saved;

    public IReadOnlyList<OutboxItem> Waiting()
    {
        var waiting = _outbox.Waiting();
        Begin(waiting);
        return waiting;
    }

    public ReadOnlyMemory<byte>? Read(long sequence) => _outbox.Read(sequence);

    public async Task SettleAsync(OutboxSettlement settlement)
    {
        await _outbox.SettleAsync(settlement);
        lock (_gate)
        {
            if (settlement.RetryAt is { } retry)
            {
                var item = _open[settlement.Sequence];
                _open[settlement.Sequence] = item with { Lane = settlement.Lane ?? item.Lane, RestsUntil = retry };
            }
            else
            {
                _open.Remove(settlement.Sequence);
            }
        }

        _settled.Raise();
    }

    public int DeadLetters() => _outbox.DeadLetters();

    /// <summary>Waits until every message is delivered, or waits for a later time.</summary>
    public Task QuietAsync() => _settled.UntilAsync(IsQuiet, Patience);

    private bool IsQuiet()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            return _open.Values.GroupBy(item => item.Lane).All(lane => lane.MinBy(item => item.Place).RestsUntil > now);
        }
    }

    private void Begin(IReadOnlyList<OutboxItem> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                _open[item.Sequence] = (_places++, item.Lane, item.DueAt);
            }
        }
    }
}
