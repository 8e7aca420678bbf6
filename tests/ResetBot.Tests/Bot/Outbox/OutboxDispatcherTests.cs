using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Bot.Outbox;
using ResetBot.Storage;
using ResetBot.Tests.Bot.Channels.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Outbox;

public sealed class OutboxDispatcherTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeDeliverer _deliverer = new();
    private readonly FakeDeliverer _relay = new("email");
    private readonly LogLines _log = new();
    private readonly LoggerFactory _loggers;
    private readonly FakeOutbox _outbox;
    private readonly OutboxDispatcher _dispatcher;

    public OutboxDispatcherTests()
    {
        _outbox = new FakeOutbox(_clock);
        _loggers = new LoggerFactory([_log]);
        _dispatcher = new OutboxDispatcher(_outbox, [_relay, _deliverer], _clock, _loggers.CreateLogger<OutboxDispatcher>());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _dispatcher.StopAsync(default);
        _dispatcher.Dispose();
        _loggers.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Messages_of_a_lane_leave_in_their_order()
    {
        await _dispatcher.StartAsync(default);
        var bodies = Enumerable.Range(0, 50).Select(number => $"{number:D2}").ToList();
        foreach (var body in bodies)
        {
            _outbox.Save(_outbox.Item(body));
        }

        await _outbox.SettlementsAsync(50);
        Assert.Equal(bodies, _deliverer.Tried);
        Assert.All(_outbox.Settled, settlement => Assert.Equal((null, null), (settlement.RetryAt, settlement.Error)));
    }

    [Fact]
    public async Task Of_many_that_wait_behind_one_the_bodies_stay_on_disk_and_all_arrive_in_their_order()
    {
        var stuck = new TaskCompletionSource<Delivery>();
        _deliverer.Answer("00", () => stuck.Task);
        await _dispatcher.StartAsync(default);
        var bodies = Enumerable.Range(0, 50).Select(number => $"{number:D2}").ToList();
        foreach (var body in bodies)
        {
            _outbox.Save(_outbox.Item(body));
        }

        stuck.SetResult(new Delivery.Delivered(null));
        await _outbox.SettlementsAsync(50);
        Assert.Equal(bodies, _deliverer.Tried);
        Assert.Equal(50 - Lanes.MostWhole, _outbox.Reads);
    }

    [Fact]
    public async Task A_lane_that_is_stuck_holds_back_no_other()
    {
        var stuck = new TaskCompletionSource<Delivery>();
        _deliverer.Answer("stuck", () => stuck.Task);
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("stuck", "a"), _outbox.Item("behind", "a"), _outbox.Item("free", "b"));
        await _outbox.SettlementsAsync(1);
        Assert.DoesNotContain("behind", _deliverer.Tried);
        stuck.SetResult(new Delivery.Delivered(null));
        await _outbox.SettlementsAsync(2);
        Assert.Contains("behind", _deliverer.Tried);
    }

    [Fact]
    public async Task Messages_of_one_kind_that_all_hang_hold_back_no_other_kind()
    {
        var stuck = new TaskCompletionSource<Delivery>();
        await _dispatcher.StartAsync(default);
        for (var mail = 0; mail < 200; mail++)
        {
            _relay.Answer($"mail {mail}", () => stuck.Task);
            _outbox.Save(_outbox.Item($"mail {mail}", $"email/{mail}") with { Kind = "email" });
        }

        for (var taken = 0; taken < OutboxDispatcher.MostAtOnce; taken++)
        {
            Assert.True(await _relay.Begun.WaitAsync(TimeSpan.FromSeconds(20)));
        }

        _outbox.Save(_outbox.Item("answer", "chat"));
        await _outbox.SettlementsAsync(1);
        Assert.Equal(["answer"], _deliverer.Tried);
        Assert.Equal(OutboxDispatcher.MostAtOnce, _relay.Tried.Count);
        stuck.SetResult(new Delivery.Delivered(null));
        await _outbox.SettlementsAsync(200);
    }

    [Fact]
    public async Task What_failed_is_tried_again_later_and_before_what_comes_after_it()
    {
        _deliverer.Answer("first", new Delivery.Retry(null, "busy"), new Delivery.Retry(TimeSpan.FromMinutes(10), "busy"));
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("first"), _outbox.Item("second"));
        await _outbox.SettlementsAsync(1);
        Assert.InRange(_outbox.Settled[0].RetryAt!.Value - _clock.GetUtcNow(), TimeSpan.FromSeconds(1.6), TimeSpan.FromSeconds(2.4));
        _clock.Advance(TimeSpan.FromSeconds(3));
        await _outbox.SettlementsAsync(1);
        Assert.Equal(TimeSpan.FromMinutes(10), _outbox.Settled[1].RetryAt!.Value - _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _outbox.SettlementsAsync(2);
        Assert.Equal(["first", "first", "first", "second"], _deliverer.Tried);
        Assert.Equal(0, _dispatcher.BusyLanes);
    }

    [Fact]
    public async Task Whoever_always_says_in_a_minute_is_asked_ever_less_often()
    {
        await _dispatcher.StartAsync(default);
        _deliverer.Answer("old", new Delivery.Retry(TimeSpan.FromMinutes(1), "limited"));
        _outbox.Save(_outbox.Item("old") with { Attempts = 20 });
        await _outbox.SettlementsAsync(1);
        Assert.InRange(_outbox.Settled[0].RetryAt!.Value - _clock.GetUtcNow(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task What_lets_others_pass_steps_aside_and_keeps_its_order_there()
    {
        _deliverer.Answer("old card", new Delivery.Retry(TimeSpan.FromMinutes(1), "limited") { LetsOthersPass = true });
        _deliverer.Answer("older card", new Delivery.Retry(TimeSpan.FromMinutes(1), "limited") { LetsOthersPass = true });
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("old card"), _outbox.Item("answer"), _outbox.Item("older card"), _outbox.Item("another answer"));
        await _outbox.SettlementsAsync(4);
        Assert.Equal(["old card", "answer", "older card", "another answer"], _deliverer.Tried);
        var aside = Assert.Single(_outbox.Settled.Select(settlement => settlement.Lane).OfType<string>().Distinct());
        Assert.Equal(1, _dispatcher.BusyLanes);

        // What steps aside a second time stays where it is, and what comes after it waits.
        _deliverer.Answer("old card", new Delivery.Retry(TimeSpan.FromMinutes(1), "limited") { LetsOthersPass = true });
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _outbox.SettlementsAsync(1);
        Assert.Null(_outbox.Settled[^1].Lane);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _outbox.SettlementsAsync(2);
        Assert.Equal(["old card", "old card", "older card"], _deliverer.Tried.Skip(4));
        Assert.Equal(Lanes.Aside("lane"), aside);
        Assert.Equal(0, _dispatcher.BusyLanes);
    }

    [Fact]
    public async Task What_can_never_be_delivered_is_a_dead_letter_and_holds_back_nothing()
    {
        _deliverer.Answer("refused", new Delivery.Refused("no such address"));
        _deliverer.Answer("gone", new Delivery.Gone("blocked"));
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("refused"), _outbox.Item("gone"), _outbox.Item("fine"));
        await _outbox.SettlementsAsync(3);
        Assert.Equal(["no such address", "blocked", null], _outbox.Settled.Select(settlement => settlement.Error));
        Assert.Equal(2, _outbox.DeadLetters());
    }

    [Fact]
    public async Task What_nobody_delivers_is_a_dead_letter()
    {
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("x") with { Kind = "pigeon" });
        await _outbox.SettlementsAsync(1);
        Assert.Equal(1, _outbox.DeadLetters());
        Assert.Empty(_deliverer.Tried);
    }

    [Fact]
    public async Task What_has_expired_is_not_delivered_and_the_log_says_so()
    {
        _deliverer.Answer("code", new Delivery.Retry(null, "busy"));
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("code", expires: _clock.GetUtcNow().AddMinutes(5)));
        await _outbox.SettlementsAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _outbox.SettlementsAsync(1);
        Assert.Equal(["code"], _deliverer.Tried);
        Assert.Equal(1, _outbox.DeadLetters());
        Assert.Single(_log.All, line => line.EndsWith("was worth nothing any more before it could be delivered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deliverer_that_throws_is_tried_again()
    {
        _deliverer.Answer("boom", () => throw new InvalidOperationException("boom"));
        await _dispatcher.StartAsync(default);
        _outbox.Save(_outbox.Item("boom"));
        await _outbox.SettlementsAsync(1);
        Assert.NotNull(_outbox.Settled[0].RetryAt);
        _clock.Advance(TimeSpan.FromSeconds(3));
        await _outbox.SettlementsAsync(1);
        Assert.Equal((null, null), (_outbox.Settled[1].RetryAt, _outbox.Settled[1].Error));
    }

    [Fact]
    public async Task After_a_day_of_failures_it_is_a_dead_letter()
    {
        await _dispatcher.StartAsync(default);
        _deliverer.Answer("old", new Delivery.Retry(null, "still busy"));
        _outbox.Save(_outbox.Item("old") with { Attempts = 294 });
        await _outbox.SettlementsAsync(1);
        Assert.Equal("still busy", _outbox.Settled[0].Error);
        Assert.Null(_outbox.Settled[0].RetryAt);
    }

    [Fact]
    public async Task What_waited_when_the_process_ended_is_delivered_at_the_next_start()
    {
        _outbox.Left.AddRange([_outbox.Item("left"), _outbox.Item("later") with { DueAt = _clock.GetUtcNow().AddMinutes(1) }]);
        await _dispatcher.StartAsync(default);
        await _outbox.SettlementsAsync(1);
        Assert.Equal(["left"], _deliverer.Tried);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _outbox.SettlementsAsync(1);
        Assert.Equal(["left", "later"], _deliverer.Tried);
    }

    [Fact]
    public async Task What_is_saved_while_what_waited_is_read_is_delivered_once_and_after_it()
    {
        OutboxItem[] left = [_outbox.Item("left"), _outbox.Item("heard of late"), _outbox.Item("read and heard of"), _outbox.Item("heard of")];
        _outbox.Left.AddRange(left[..3]);
        var saving = Task.CompletedTask;
        _outbox.Meanwhile = () => saving = Task.Run(() => _outbox.Save(left[2], left[3]));
        await _dispatcher.StartAsync(default);
        await saving;

        // So too when it is heard of after all was read.
        _outbox.Save(left[1]);
        _outbox.Save(_outbox.Item("later"));
        await _outbox.SettlementsAsync(5);
        Assert.Equal(["left", "heard of late", "read and heard of", "heard of", "later"], _deliverer.Tried);
    }
}
