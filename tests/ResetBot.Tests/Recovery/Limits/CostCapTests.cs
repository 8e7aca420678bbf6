using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Work;
using ResetBot.Storage;
using ResetBot.Tests.Storage;
using Xunit;

namespace ResetBot.Tests.Recovery.Limits;

/// <summary>Text messages and calls are counted exactly, whoever sends them at once, over nights and restarts.</summary>
public sealed class CostCapTests : IAsyncDisposable, ICostAlarms
{
    private const string Swede = "+46701740605";
    private const string Dane = "+4520123456";
    private const string American = "+14255551234;ext=12";

    private readonly StoreScene _scene = new();
    private readonly CostCapOptions _options = new() { PerDay = 37 };
    private readonly List<CostAlarm> _told = [];

    private CostCap Costs => new(_options, this);

    // Each alarm is in the trail with it; those of units that lost to others are not.
    private long Saved => _scene.Get<IAuditTrail>().Head().Sequence;

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    void ICostAlarms.Tell(IUnitOfWork work, CostAlarm alarm)
    {
        lock (_told)
        {
            _told.Add(alarm);
        }
    }

    [Fact]
    public async Task As_many_leave_as_may_however_many_try_at_once()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 120).Select(number => Task.Run(() => TakeAsync(Swede, $"case-{number}"))));
        Assert.Equal(37, taken.Count(one => one));
        Assert.False(await TakeAsync(Swede, "another"));
        Assert.Equal(1, Saved);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(150)]
    public async Task Whoever_sends_gets_all_there_is(int cap)
    {
        _options.PerDay = cap;
        for (var sent = 0; sent < cap; sent++)
        {
            Assert.Null(await RefusedUntilAsync(Swede));
            Assert.True(await TakeAsync(Swede, "one"));
        }

        Assert.False(await TakeAsync(Swede, "one"));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), await RefusedUntilAsync(Swede));
    }

    [Fact]
    public async Task The_next_day_begins_anew_and_a_restart_does_not()
    {
        _options.PerDay = 2;
        Assert.True(await TakeAsync(Swede) && await TakeAsync(Swede));
        await _scene.ReopenAsync();
        Assert.False(await TakeAsync(Swede));
        _scene.Clock.Advance(TimeSpan.FromHours(15.99));
        Assert.False(await TakeAsync(Swede));
        _scene.Clock.Advance(TimeSpan.FromHours(0.02));
        Assert.True(await TakeAsync(Swede));
    }

    [Fact]
    public async Task What_was_counted_is_forgotten_when_no_day_anywhere_is_that_one()
    {
        await TakeAsync(Swede);
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await _scene.Get<IDueDocuments>().DeleteOutlivedAsync<CostPage>(_scene.Clock.GetUtcNow()));
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await _scene.Get<IDueDocuments>().DeleteOutlivedAsync<CostPage>(_scene.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Countries_are_counted_apart_and_can_have_caps_of_their_own()
    {
        _options.PerDay = 1;
        _options.Prefixes["46"] = 2;
        _options.Prefixes["1"] = 0;
        Assert.True(await TakeAsync(Swede) && await TakeAsync(Swede) && await TakeAsync(Dane));
        Assert.False(await TakeAsync(Swede) || await TakeAsync(Dane) || await TakeAsync(American));
        Assert.Equal(DateTimeOffset.MaxValue, await RefusedUntilAsync(American));
        Assert.DoesNotContain(_told, alarm => alarm.Prefix is not ("46" or "45"));
    }

    [Fact]
    public async Task Without_a_cap_nothing_is_counted()
    {
        _options.PerDay = null;
        Assert.True(await TakeAsync(Swede) && await TakeBlindlyAsync(Swede, "case"));
        Assert.Null(await RefusedUntilAsync(Swede));
        _scene.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await _scene.Get<IDueDocuments>().DeleteOutlivedAsync<CostPage>(_scene.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_country_can_have_the_only_cap()
    {
        _options.PerDay = null;
        _options.Prefixes["45"] = 1;
        Assert.True(await TakeBlindlyAsync(Dane, "case") && await TakeBlindlyAsync(Swede, "case") && await TakeBlindlyAsync(Swede, "case") && await TakeAsync(Swede));
        Assert.False(await TakeBlindlyAsync(Dane, "case") || await TakeAsync(Dane));
    }

    [Fact]
    public async Task A_number_that_tells_no_country_is_counted_all_the_same()
    {
        _options.PerDay = 1;
        Assert.True(await TakeAsync("garbage"));
        Assert.False(await TakeAsync("more garbage"));
    }

    [Fact]
    public async Task Those_who_have_proved_nothing_cannot_use_up_what_others_need()
    {
        _options.PerDay = 40;
        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => TakeBlindlyAsync(Swede, $"case-{number}"))));
        Assert.Equal(20, taken.Count(one => one));
        Assert.Null(await RefusedUntilAsync(Swede));
        var known = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => TakeAsync(Swede, $"case-{number}"))));
        Assert.Equal(20, known.Count(one => one));
        Assert.Contains(_told, alarm => alarm is { Prefix: "46", Sent: 20, OfStrangers: true });
        Assert.Contains(_told, alarm => alarm is { Prefix: "46", Sent: 40, OfStrangers: false });
        Assert.Equal(2, Saved);
    }

    [Fact]
    public async Task What_is_meant_for_nobody_takes_from_nobody_and_alarms_nobody()
    {
        _options.PerDay = 2;
        for (var number = 0; number < 5; number++)
        {
            Assert.False(await _scene.Units.RunAsync(work => Costs.TakeBlindlyAsync(work, "c", "", isMeant: false, default), default));
        }

        Assert.True(await TakeAsync(Swede) && await TakeAsync(Dane));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_notice_leaves_beyond_the_cap_and_counts()
    {
        _options.PerDay = 20;
        for (var number = 0; number < 19; number++)
        {
            await _scene.Units.RunAsync(async work => { await Costs.NoteAsync(work, $"person-{number}", Swede, default); return true; }, default);
        }

        Assert.Equal(1, Enumerable.Range(0, 40).Count(number => TakeAsync(Swede, $"case-{number}").GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task It_is_told_once_for_each_day_and_country()
    {
        _options.PerDay = 1;
        for (var day = 0; day < 2; day++)
        {
            for (var number = 0; number < 3; number++)
            {
                await TakeAsync(Swede);
                await TakeAsync(Dane);
                await RefusedUntilAsync(Dane);
            }

            _scene.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["45", "45", "46", "46"], _told.Select(alarm => alarm.Prefix).Order());
        Assert.Equal(4, Saved);
    }

    private Task<bool> TakeAsync(string number, string key = "case") =>
        _scene.Units.RunAsync(work => Costs.TakeAsync(work, key, number, default), default);

    private Task<bool> TakeBlindlyAsync(string number, string key) =>
        _scene.Units.RunAsync(work => Costs.TakeBlindlyAsync(work, key, number, isMeant: true, default), default);

    private Task<DateTimeOffset?> RefusedUntilAsync(string number) =>
        _scene.Units.RunAsync(work => Costs.RefusedUntilAsync(work, "case", number, default), default);
}
