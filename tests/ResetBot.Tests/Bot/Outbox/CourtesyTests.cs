using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Bot.Outbox;
using Xunit;

namespace ResetBot.Tests.Bot.Outbox;

/// <summary>What nobody misses is sent where it costs nothing.</summary>
public sealed class CourtesyTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeDeliverer _deliverer = new();
    private readonly FakeDeliverer _relay = new("email");
    private readonly FakeOutbox _outbox;
    private readonly OutboxDispatcher _dispatcher;

    public CourtesyTests()
    {
        _outbox = new FakeOutbox(_clock);
        _dispatcher = new OutboxDispatcher(_outbox, [_relay, _deliverer], _clock, NullLogger<OutboxDispatcher>.Instance);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _dispatcher.StopAsync(default);
        _dispatcher.Dispose();
    }

    [Fact]
    public async Task What_nobody_misses_is_tried_once_in_its_turn()
    {
        await _dispatcher.StartAsync(default);
        _deliverer.Answer("courtesy", new Delivery.Retry(TimeSpan.FromMinutes(1), "limited"), new Delivery.Refused("gone"));
        _outbox.Save(_outbox.Item("card"), _outbox.Item("courtesy") with { Sequence = -1 }, _outbox.Item("answer"), _outbox.Item("courtesy") with { Sequence = -2 });
        await _outbox.SettlementsAsync(4);
        Assert.Equal(["card", "courtesy", "answer", "courtesy"], _deliverer.Tried);
        Assert.All(_outbox.Settled, settlement => Assert.Equal((null, null), (settlement.RetryAt, settlement.Error)));
        Assert.Equal(0, _dispatcher.BusyLanes);
    }

    [Fact]
    public async Task What_nobody_misses_does_not_wait_behind_many()
    {
        var stuck = new TaskCompletionSource<Delivery>();
        _deliverer.Answer("00", () => stuck.Task);
        await _dispatcher.StartAsync(default);
        _outbox.Save([.. Enumerable.Range(0, Lanes.MostWhole).Select(number => _outbox.Item($"{number:D2}"))]);
        _outbox.Save(_outbox.Item("courtesy") with { Sequence = -1 });
        await _outbox.SettlementsAsync(1);
        stuck.SetResult(new Delivery.Delivered(null));
        await _outbox.SettlementsAsync(Lanes.MostWhole);
        Assert.DoesNotContain("courtesy", _deliverer.Tried);
    }
}
