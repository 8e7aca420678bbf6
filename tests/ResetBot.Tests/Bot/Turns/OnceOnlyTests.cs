using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage;
using ResetBot.Tests.Storage;
using Xunit;

namespace ResetBot.Tests.Bot.Turns;

public sealed class OnceOnlyTests : IAsyncLifetime
{
    private readonly StoreScene _store = new();
    private readonly List<string> _acted = [];
    private OnceOnly _once = null!;
    private int _looks;

    public ValueTask InitializeAsync()
    {
        Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_is_new_is_not_looked_for_and_what_comes_again_is()
    {
        Assert.Equal("1", await DeliverAsync(1, second: 10));
        Assert.Equal("2", await DeliverAsync(2, second: 10));
        Assert.Equal(0, _looks);
        Assert.Equal("1", await DeliverAsync(1, second: 10));
        Assert.Equal((1, "1 2"), (_looks, string.Join(' ', _acted)));
    }

    [Fact]
    public async Task What_comes_again_after_a_restart_acts_once_and_what_is_newer_is_not_looked_for()
    {
        await DeliverAsync(1, second: 10);
        await DeliverAsync(2, second: 12);
        await DeliverAsync(3, second: 11);
        await RestartAsync();
        foreach (var (number, second) in new[] { (3, 11), (1, 10), (2, 12) })
        {
            Assert.Equal($"{number}", await DeliverAsync(number, second));
        }

        Assert.Equal(3, _looks);
        Assert.Equal("4", await DeliverAsync(4, second: 12));
        Assert.Equal("5", await DeliverAsync(5, second: 13));
        Assert.Equal((4, "1 2 3 4 5"), (_looks, string.Join(' ', _acted)));
    }

    [Fact]
    public async Task What_was_not_saved_acts_when_it_comes_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(1, second: 10, fails: true));
        Assert.Equal("1", await DeliverAsync(1, second: 10));
        Assert.Equal("1", await DeliverAsync(1, second: 10));
        Assert.Equal("1", string.Join(' ', _acted));
    }

    [Fact]
    public async Task A_second_try_looks_whatever_the_memory_says()
    {
        var tries = 0;
        var answer = await _once.RunAsync(
            Event(1, 10),
            async work =>
            {
                if (tries++ == 0)
                {
                    await Other().RunAsync(Event(1, 10), other => ActAsync(other, 1, 10), default);
                }

                return await ActAsync(work, 7, 10, recordedAs: 1);
            },
            default);
        Assert.Equal(("1", 1, 1), (answer.Message, tries, _looks));
    }

    private async Task<string?> DeliverAsync(int number, int second, bool fails = false)
    {
        var receipt = await _once.RunAsync(Event(number, second), work => fails ? throw new InvalidOperationException("fails") : ActAsync(work, number, second), default);
        return receipt.Message;
    }

    private Task<TurnReceipt> ActAsync(IUnitOfWork work, int number, int second, int? recordedAs = null)
    {
        _acted.Add(number.ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(SeenActivities.Record(work, Event(recordedAs ?? number, second), new TurnReceipt(Message: $"{number}")));
    }

    private static Activity Event(int number, int second) => new()
    {
        Kind = ActivityKind.Message,
        From = new ConversationReference { Channel = "slack", ConversationId = "T1/D1", UserId = "T1/U1" },
        Id = $"Ev{number}",
        DoneAt = DateTimeOffset.FromUnixTimeSeconds(1_772_438_400 + second),
        IsRepeatedLate = true,
    };

    private async Task RestartAsync()
    {
        await _store.ReopenAsync();
        Start();
    }

    private void Start() => _once = Other();

    // The typing sign is for Teams.
    private OnceOnly Other() => new(
        new CountedUnits(this), new MetActivities(SeenActivities.LastMoment(_store.Get<IDueDocuments>())), new TypingSign(null!, _store.Clock), NullLogger<OnceOnly>.Instance);

    private sealed class CountedUnits(OnceOnlyTests tests) : IUnitsOfWork
    {
        public Task<T> RunAsync<T>(Func<IUnitOfWork, Task<T>> work, CancellationToken cancellation) =>
            tests._store.Units.RunAsync(unit => work(new CountedUnit(unit, tests)), cancellation);
    }

    private sealed class CountedUnit(IUnitOfWork unit, OnceOnlyTests tests) : IUnitOfWork
    {
        public DateTimeOffset Now => unit.Now;

        public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
            where T : class, IDocument
        {
            tests._looks++;
            return unit.FindAsync<T>(key, cancellation);
        }

        public void Save<T>(T document)
            where T : class, IDocument => unit.Save(document);

        public void Append(AuditEntry entry) => unit.Append(entry);

        public void Send(OutgoingMessage message) => unit.Send(message);
    }
}
