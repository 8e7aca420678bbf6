using System.Collections.Concurrent;
using ResetBot.Bot.Outbox;
using ResetBot.Storage;

namespace ResetBot.Tests.Bot.Outbox;

/// <summary>Delivers as a test tells it, and otherwise always.</summary>
internal sealed class FakeDeliverer(string delivered = FakeOutbox.Kind) : IDeliver
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Task<Delivery>>>> _answers = new();

    public ConcurrentQueue<string> Tried { get; } = new();

    /// <summary>A permit for each message that it was given.</summary>
    public SemaphoreSlim Begun { get; } = new(0);

    public bool Delivers(string kind) => kind == delivered;

    public void Answer(string body, params Delivery[] deliveries)
    {
        foreach (var delivery in deliveries)
        {
            Answer(body, () => Task.FromResult(delivery));
        }
    }

    public void Answer(string body, Func<Task<Delivery>> answer) => _answers.GetOrAdd(body, _ => new()).Enqueue(answer);

    public Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        Tried.Enqueue(item.Text);
        Begun.Release();
        return _answers.TryGetValue(item.Text, out var answers) && answers.TryDequeue(out var answer)
            ? answer()
            : Task.FromResult<Delivery>(new Delivery.Delivered(null));
    }
}
