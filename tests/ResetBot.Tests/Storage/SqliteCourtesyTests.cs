using System.Text;
using ResetBot.Recovery.Work;
using ResetBot.Storage;
using Xunit;

namespace ResetBot.Tests.Storage;

public sealed class SqliteCourtesyTests : IAsyncLifetime
{
    private readonly StoreScene _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_nobody_misses_leaves_in_its_place_and_is_not_on_disk()
    {
        var saved = new List<OutboxItem>();
        _store.Outbox.Saved += saved.AddRange;
        await _store.Units.RunAsync(
            work =>
            {
                work.Send(Message("first"));
                work.Send(Message("courtesy") with { IsCourtesy = true });
                work.Send(Message("last"));
                return Task.FromResult(true);
            },
            default);
        Assert.Equal(["first", "courtesy", "last"], saved.Select(item => item.Text));
        Assert.Equal([false, true, false], saved.Select(item => item.IsCourtesy));
        Assert.Equal(["first", "last"], _store.Outbox.Waiting().Select(item => item.Text));
        await _store.Outbox.SettleAsync(new OutboxSettlement(saved[1].Sequence, null, "refused"));
        Assert.Equal(0, _store.Outbox.DeadLetters());
        Assert.DoesNotContain("courtesy", _store.Bytes(), StringComparison.Ordinal);
    }

    private static OutgoingMessage Message(string body) => new(body, "lane", "kind", Encoding.UTF8.GetBytes(body));
}
