using System.Collections.Concurrent;
using System.Text;
using ResetBot.Storage;

namespace ResetBot.Tests.Bot.Outbox;

/// <summary>An outbox in memory, and a signal for each settlement.</summary>
internal sealed class FakeOutbox(TimeProvider clock) : IOutbox
{
    public const string Kind = "kind";

    private readonly ConcurrentQueue<OutboxSettlement> _settled = new();
    private readonly SemaphoreSlim _settlements = new(0);
    private readonly ConcurrentDictionary<long, ReadOnlyMemory<byte>> _kept = new();
    private long _sequence;

    public event Action<IReadOnlyList<OutboxItem>>? Saved;

    public List<OutboxItem> Left { get; } = [];

    public IReadOnlyList<OutboxSettlement> Settled => [.. _settled];

    public OutboxItem Item(string body, string lane = "lane", DateTimeOffset? expires = null) =>
        new(++_sequence, $"id-{_sequence}", lane, Kind, Encoding.UTF8.GetBytes(body), clock.GetUtcNow(), expires, 0);

    public void Save(params OutboxItem[] items)
    {
        foreach (var item in items)
        {
            _kept[item.Sequence] = item.Body;
        }

        Saved?.Invoke(items);
    }

    /// <summary>How often a body was read again.</summary>
    public int Reads { get; private set; }

    public ReadOnlyMemory<byte>? Read(long sequence)
    {
        Reads++;
        return _kept.TryGetValue(sequence, out var body) ? body : null;
    }

    /// <summary>What happens while what waits is read.</summary>
    public Action Meanwhile { get; set; } = () => { };

    public IReadOnlyList<OutboxItem> Waiting()
    {
        Meanwhile();
        return Left;
    }

    public Task SettleAsync(OutboxSettlement settlement)
    {
        _settled.Enqueue(settlement);
        _settlements.Release();
        return Task.CompletedTask;
    }

    public int DeadLetters() => _settled.Count(settlement => settlement is { RetryAt: null, Error: not null });

    /// <summary>Waits for so many settlements that were not waited for yet.</summary>
    public async Task SettlementsAsync(int count)
    {
        for (var waited = 0; waited < count; waited++)
        {
            Assert(await _settlements.WaitAsync(TimeSpan.FromSeconds(20)));
        }
    }

    private static void Assert(bool inTime)
    {
        if (!inTime)
        {
            throw new TimeoutException("Nothing was settled.");
        }
    }
}
