using Microsoft.Data.Sqlite;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using Xunit;

namespace ResetBot.Tests.Storage;

/// <summary>What is found about an account is what the trail holds about it, wherever the filing stands.</summary>
public sealed class AuditByAccountTests : IAsyncLifetime
{
    private const int Accounts = 7;

    private readonly StoreScene _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_newest_come_first_and_no_more_than_asked_for()
    {
        await AppendAsync(20);
        Assert.Equal(["19", "12", "5"], Numbers("demo:5", 10));
        Assert.Equal(["19", "12"], Numbers("demo:5", 2));
        Assert.Empty(Numbers("demo:nobody", 10));
    }

    [Fact]
    public async Task What_is_filed_and_what_is_not_yet_are_found_together_also_after_a_restart()
    {
        for (var round = 0; round < 25; round++)
        {
            await AppendAsync(997);
            AssertAllFound();
        }

        await _store.ReopenAsync();
        Assert.InRange(Filed(), 25 * 512, 24_925);
        AssertAllFound();
        await AppendAsync(1);
        AssertAllFound();
    }

    [Fact]
    public async Task However_long_it_is_busy_little_waits_to_be_filed()
    {
        for (var round = 0; round < 300; round++)
        {
            await AppendAsync(20);
        }

        await _store.ReopenAsync();
        Assert.InRange(Filed(), 6_000 - 550, 6_000);
    }

    [Fact]
    public async Task Nothing_is_missed_or_found_twice_while_it_is_being_filed()
    {
        var busy = Task.Run(async () =>
        {
            for (var round = 0; round < 400; round++)
            {
                await AppendAsync(50);
            }
        });
        while (!busy.IsCompleted)
        {
            var found = Numbers("demo:3", 100_000).Select(int.Parse).ToList();
            Assert.Equal(Enumerable.Range(0, found.Count).Select(index => 3 + (Accounts * index)).Reverse(), found);
        }

        await busy;
        AssertAllFound();
    }

    [Fact]
    public async Task An_older_database_is_filed_when_it_is_brought_up_to_date()
    {
        await AppendAsync(40_000);
        await _store.ReopenAsync(() => _store.Run(
            """
            DROP TABLE audit_by_account;
            DROP TABLE audit_filed;
            CREATE INDEX audit_account ON audit (account, sequence) WHERE account IS NOT NULL;
            DELETE FROM SchemaVersions WHERE ScriptName LIKE '%audit-by-account%';
            """));
        AssertAllFound();
        Assert.Equal(40_000, Filed());
        Assert.Equal(0, _store.Number("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'audit_account'"));
        await AppendAsync(2_000);
        AssertAllFound();
    }

    [Fact]
    public async Task What_is_far_behind_is_caught_up_with()
    {
        await AppendAsync(10_000);
        await _store.ReopenAsync(() => _store.Run("DELETE FROM audit_by_account; UPDATE audit_filed SET until = 0;"));
        AssertAllFound();
        for (var round = 0; round < 20; round++)
        {
            await AppendAsync(1);
        }

        await _store.ReopenAsync();
        Assert.InRange(Filed(), 10_020 - 600, 10_020);
        AssertAllFound();
    }

    // The log only grows while the test writes: cut off anywhere, it is what a crash at that moment leaves.
    [Fact]
    public async Task A_crash_at_any_moment_loses_nothing_and_files_nothing_twice()
    {
        for (var round = 0; round < 8; round++)
        {
            await AppendAsync(300);
        }

        var length = _store.LogLength;
        for (var cut = 1; cut <= 24; cut++)
        {
            await using var crashed = _store.AsAfterACrash(length * cut / 24);
            AssertAllFound(crashed);
            await AppendAsync(1_500, crashed);
            AssertAllFound(crashed);
        }
    }

    [Fact]
    public async Task A_filing_that_fails_fails_no_commit_and_is_made_up_for()
    {
        await AppendAsync(1);
        _store.Run("CREATE TRIGGER full BEFORE INSERT ON audit_by_account WHEN NEW.sequence > 1000 BEGIN SELECT RAISE(ABORT, 'no room'); END");
        for (var round = 0; round < 5; round++)
        {
            await AppendAsync(500);
        }

        Assert.Equal(512, Filed());
        AssertAllFound();
        _store.Run("DROP TRIGGER full");
        await AppendAsync(600);
        for (var round = 0; round < 4; round++)
        {
            await AppendAsync(1);
        }

        AssertAllFound();
        await _store.ReopenAsync();
        Assert.Equal(3_072, Filed());
        AssertAllFound();
    }

    [Fact]
    public async Task What_a_failed_commit_filed_is_filed_by_the_next()
    {
        await AppendAsync(1);
        _store.Run(
            """
            CREATE TABLE whole (id INTEGER PRIMARY KEY);
            CREATE TABLE part (id INTEGER REFERENCES whole (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER stuck AFTER UPDATE ON audit_filed BEGIN INSERT INTO part VALUES (1); END
            """);
        await Assert.ThrowsAsync<SqliteException>(() => AppendAsync(600));
        Assert.Equal((0, 1), (Filed(), _store.Get<IAuditTrail>().Head().Sequence));
        _store.Run("DROP TRIGGER stuck");
        for (var round = 0; round < 4; round++)
        {
            await AppendAsync(500);
            AssertAllFound();
        }

        Assert.Equal(1_536, Filed());
    }

    private void AssertAllFound(StoreScene? store = null)
    {
        store ??= _store;
        var expected = new Dictionary<string, List<string>>();
        using (var connection = new SqliteConnection($"Data Source={store.File};Pooling=False;Mode=ReadOnly"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT account, body FROM audit WHERE account IS NOT NULL ORDER BY sequence DESC";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var account = row.GetString(0);
                (expected.TryGetValue(account, out var bodies) ? bodies : expected[account] = []).Add(row.GetString(1));
            }
        }

        foreach (var (account, bodies) in expected)
        {
            Assert.Equal(bodies, store.Get<IAuditTrail>().Recent(account, 100_000));
            Assert.Equal(bodies.Take(3), store.Get<IAuditTrail>().Recent(account, 3));
        }
    }

    private long Filed() => _store.Number("SELECT until FROM audit_filed");

    private IEnumerable<string> Numbers(string account, int count) => _store.Get<IAuditTrail>().Recent(account, count)
        .Select(body => System.Text.Json.JsonElement.Parse(body).GetProperty("detail.number").GetString()!);

    private int _appended;

    // Every account in turn, and after each round one record about nobody.
    private Task<bool> AppendAsync(int count, StoreScene? store = null) => (store ?? _store).Units.RunAsync(
        work =>
        {
            for (var index = 0; index < count; index++, _appended++)
            {
                var account = new AccountId("demo", $"{_appended % Accounts}");
                work.Append(new AuditEntry(
                    AuditEvent.CaseStarted, _appended % Accounts == Accounts - 1 ? null : account, null, "test", new Dictionary<string, string> { ["number"] = $"{_appended}" }));
            }

            return Task.FromResult(true);
        },
        default);
}
