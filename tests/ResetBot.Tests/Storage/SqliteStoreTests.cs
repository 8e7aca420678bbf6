using System.Text;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage;
using Xunit;

namespace ResetBot.Tests.Storage;

public sealed class SqliteStoreTests : IAsyncLifetime
{
    private readonly StoreScene _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_saved_is_there_after_the_store_was_closed()
    {
        await SaveAsync("a", count: 7);
        await _store.ReopenAsync();
        Assert.Equal(7, (await FindAsync("a"))!.Count);
        Assert.Null(await FindAsync("b"));
    }

    [Fact]
    public async Task A_unit_that_fails_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Units.RunAsync<bool>(
            work =>
            {
                Fill(work, "a");
                throw new InvalidOperationException("changed its mind");
            },
            default));
        Assert.Null(await FindAsync("a"));
        Assert.Empty(_store.Outbox.Waiting());
        Assert.Equal(0, _store.Get<IAuditTrail>().Head().Sequence);
    }

    [Fact]
    public async Task A_unit_is_saved_as_a_whole()
    {
        await _store.Units.RunAsync(work => Task.FromResult(Fill(work, "a")), default);
        Assert.NotNull(await FindAsync("a"));
        Assert.Single(_store.Outbox.Waiting());
        Assert.Equal(1, _store.Get<IAuditTrail>().Head().Sequence);
    }

    [Fact]
    public async Task Units_that_meet_on_a_document_lose_none_of_their_work()
    {
        await SaveAsync("a", count: 0);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => CountUpAsync("a"))));
        Assert.Equal(64, (await FindAsync("a"))!.Count);
    }

    [Fact]
    public async Task Only_one_of_many_creates_a_document()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _store.Units.RunAsync(
            async work =>
            {
                if (await work.FindAsync<Note>("new", default) is not null)
                {
                    return false;
                }

                work.Save(new Note { Key = "new" });
                work.Append(new AuditEntry(AuditEvent.CaseStarted, null, null, "test", AuditEntry.None));
                return true;
            },
            default))));
        Assert.Single(created, each => each);
        Assert.Equal(1, _store.Get<IAuditTrail>().Head().Sequence);
    }

    [Fact]
    public async Task A_unit_that_loses_for_ever_gives_up()
    {
        await SaveAsync("a", count: 0);
        await Assert.ThrowsAsync<WorkConflictException>(() => _store.Units.RunAsync(
            async work =>
            {
                var note = (await work.FindAsync<Note>("a", default))!;
                await CountUpAsync("a");
                work.Save(note);
                return true;
            },
            default));
    }

    [Fact]
    public async Task The_audit_chain_stays_whole_under_many_writers_conflicts_and_a_restart()
    {
        await SaveAsync("a", count: 0);
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => CountUpAsync("a", audited: true))));
            await _store.ReopenAsync();
        }

        var whole = Assert.IsType<AuditVerdict.Whole>(_store.Get<AuditChain>().Verify(_store.Get<IAuditTrail>().ReadAll()));
        Assert.Equal(100, whole.Head.Sequence);
    }

    [Fact]
    public async Task Messages_wait_in_the_order_in_which_they_were_saved()
    {
        for (var number = 0; number < 20; number++)
        {
            await _store.Units.RunAsync(work => Task.FromResult(Fill(work, $"{number:D2}")), default);
        }

        await _store.ReopenAsync();
        var waiting = _store.Outbox.Waiting();
        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"body {number:D2}"), waiting.Select(item => item.Text));
        Assert.Equal(waiting.Select(item => item.Sequence).Order(), waiting.Select(item => item.Sequence));
    }

    [Fact]
    public async Task A_sensitive_message_is_never_on_disk_in_clear()
    {
        await SendAsync("the-plain-code-123456", sensitive: true);
        var waiting = Assert.Single(_store.Outbox.Waiting());
        Assert.Equal("the-plain-code-123456", waiting.Text);
        Assert.Equal("the-plain-code-123456"u8, _store.Outbox.Read(waiting.Sequence)!.Value.Span);
        Assert.Null(_store.Outbox.Read(waiting.Sequence + 1));
        Assert.DoesNotContain("the-plain-code", _store.Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_delivered_is_gone_what_is_refused_is_a_dead_letter_and_what_is_retried_waits()
    {
        foreach (var body in new[] { "one", "two", "three" })
        {
            await SendAsync(body);
        }

        var waiting = _store.Outbox.Waiting();
        var later = _store.Clock.GetUtcNow().AddMinutes(1);
        await _store.Outbox.SettleAsync(new OutboxSettlement(waiting[0].Sequence, null, null));
        await _store.Outbox.SettleAsync(new OutboxSettlement(waiting[1].Sequence, null, "refused"));
        await _store.Outbox.SettleAsync(new OutboxSettlement(waiting[2].Sequence, later, "try again"));
        await _store.ReopenAsync();
        var left = Assert.Single(_store.Outbox.Waiting());
        Assert.Equal(("three", 1, later), (left.Text, left.Attempts, left.DueAt));
        Assert.Equal(1, _store.Outbox.DeadLetters());
    }

    [Fact]
    public async Task What_is_kept_of_a_delivered_message_is_found_at_once_and_saved_when_it_is_erased()
    {
        await SendAsync("one");
        var erased = _store.Outbox.SettleAsync(new OutboxSettlement(_store.Outbox.Waiting()[0].Sequence, null, null).Keeping(new Note { Key = "kept", Count = 7 }));
        Assert.Equal(7, (await FindAsync("kept"))!.Count);
        await erased;
        await _store.ReopenAsync();
        Assert.Empty(_store.Outbox.Waiting());
        Assert.Equal(7, (await FindAsync("kept"))!.Count);
    }

    [Fact]
    public async Task Of_many_messages_only_the_delivered_ones_are_erased()
    {
        for (var number = 0; number < 200; number++)
        {
            await SendAsync($"{number}");
        }

        var waiting = _store.Outbox.Waiting();
        await Task.WhenAll(waiting.Where((_, index) => index % 7 != 3).Reverse().Select(item => _store.Outbox.SettleAsync(new OutboxSettlement(item.Sequence, null, null))));
        await _store.ReopenAsync();
        Assert.Equal(waiting.Where((_, index) => index % 7 == 3).Select(item => item.Text), _store.Outbox.Waiting().Select(item => item.Text));
        await SendAsync("later");
        Assert.Equal("later", _store.Outbox.Waiting()[^1].Text);
    }

    [Fact]
    public async Task Documents_are_due_at_their_moment_the_oldest_first()
    {
        var now = _store.Clock.GetUtcNow();
        await SaveAsync("later", due: now.AddMinutes(2));
        await SaveAsync("soon", due: now.AddMinutes(1));
        await SaveAsync("never");
        var due = _store.Get<IDueDocuments>();
        Assert.Empty(due.Due<Note>(now.AddMinutes(1).AddMilliseconds(-1), 10));
        Assert.Equal(["soon"], due.Due<Note>(now.AddMinutes(1), 10));
        Assert.Equal(["soon", "later"], due.Due<Note>(now.AddMinutes(2), 10));
        Assert.Equal(["soon"], due.Due<Note>(now.AddMinutes(2), 1));
        Assert.Equal(2, await due.DeleteOutlivedAsync<Note>(now.AddMinutes(2)));
        Assert.NotNull(await FindAsync("never"));
    }

    private static bool Fill(IUnitOfWork work, string key)
    {
        work.Save(new Note { Key = key });
        work.Append(new AuditEntry(AuditEvent.CaseStarted, null, null, "test", AuditEntry.None));
        work.Send(new OutgoingMessage(key, "lane", "kind", Encoding.UTF8.GetBytes("body " + key)));
        return true;
    }

    private Task<bool> SendAsync(string body, bool sensitive = false) => _store.Units.RunAsync(
        work =>
        {
            work.Send(new OutgoingMessage(Guid.NewGuid().ToString("N"), "lane", "kind", Encoding.UTF8.GetBytes(body), sensitive));
            return Task.FromResult(true);
        },
        default);

    private Task<bool> SaveAsync(string key, int count = 0, DateTimeOffset? due = null) => _store.Units.RunAsync(
        work =>
        {
            work.Save(new Note { Key = key, Count = count, DueAt = due });
            return Task.FromResult(true);
        },
        default);

    private Task<Note?> FindAsync(string key) => _store.Units.RunAsync(work => work.FindAsync<Note>(key, default), default);

    private Task<bool> CountUpAsync(string key, bool audited = false) => _store.Units.RunAsync(
        async work =>
        {
            var note = (await work.FindAsync<Note>(key, default))!;
            note.Count++;
            work.Save(note);
            if (audited)
            {
                work.Append(new AuditEntry(AuditEvent.CaseStarted, null, null, "test", AuditEntry.None));
            }

            return true;
        },
        default);
}
