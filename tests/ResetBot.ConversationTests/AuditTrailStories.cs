using Microsoft.Data.Sqlite;
using ResetBot.Bot;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The trail of a story, as an auditor checks it with <c>audit verify</c>, and what tampering with it comes to.</summary>
public sealed class AuditTrailStories : IAsyncLifetime
{
    private const int Whole = 0;
    private const int Broken = 1;
    private const int Unreadable = 2;

    private ChatHost _host = null!;
    private string _head = "";

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync();
        await _host.Chat(_host.Somebody()).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await _host.KeepUpAsync();
        _head = _host.Log.Last(line => line.Contains("Audit trail checkpoint", StringComparison.Ordinal)).Split(' ')[^1];
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_trail_of_a_story_is_whole_while_the_service_runs_and_after_it()
    {
        Assert.Equal(Whole, await VerifyAsync());
        Assert.Equal(Whole, await VerifyAsync("--head", _head));
        await _host.StopAsync();
        Assert.Equal(Whole, await VerifyAsync());
    }

    [Theory]
    [InlineData("UPDATE audit SET body = replace(body, 'CodeRight', 'CodeWrong') WHERE body LIKE '%CodeRight%'")]
    [InlineData("UPDATE audit SET body = body || ' ' WHERE sequence = 1")]
    [InlineData("UPDATE audit SET hash = replace(hash, 'a', 'b')")]
    [InlineData("DELETE FROM audit WHERE sequence = 3")]
    [InlineData("DELETE FROM audit WHERE sequence = 1")]
    [InlineData("DELETE FROM audit WHERE sequence = 3; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 3")]
    [InlineData("INSERT INTO audit (sequence, body, hash) SELECT max(sequence) + 1, '{}', max(hash) FROM audit")]
    [InlineData("INSERT INTO audit (sequence, body, hash) SELECT 0, body, hash FROM audit WHERE sequence = 1")]
    [InlineData("""
        CREATE TEMP TABLE pair AS SELECT sequence, body, hash FROM audit WHERE sequence IN (3, 4);
        UPDATE audit SET body = (SELECT body FROM pair WHERE pair.sequence = 7 - audit.sequence),
            hash = (SELECT hash FROM pair WHERE pair.sequence = 7 - audit.sequence) WHERE sequence IN (3, 4)
        """)]
    public async Task Whoever_changes_drops_adds_or_moves_a_record_is_found_out(string tampering)
    {
        await _host.StopAsync();
        Tamper(tampering);
        Assert.Equal(Broken, await VerifyAsync());
    }

    [Fact]
    public async Task A_cut_off_end_is_found_out_by_a_head_that_was_noted_elsewhere()
    {
        await _host.StopAsync();
        Tamper("DELETE FROM audit WHERE sequence > 4");
        Assert.Equal(Whole, await VerifyAsync());
        Assert.Equal(Broken, await VerifyAsync("--head", _head));
    }

    [Fact]
    public async Task A_trail_that_was_cut_off_and_grew_again_is_found_out_by_the_noted_head()
    {
        await _host.StopAsync();
        Tamper("DELETE FROM audit WHERE sequence > 4");
        await _host.StartAgainAsync();
        await _host.Chat(_host.Somebody()).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        Assert.Equal(Whole, await VerifyAsync());
        Assert.Equal(Broken, await VerifyAsync("--head", _head));
    }

    [Theory]
    [InlineData("--head", "nonsense")]
    [InlineData("--head", "")]
    [InlineData("--head")]
    public async Task A_head_that_is_none_is_refused(params string[] arguments) => Assert.Equal(Unreadable, await VerifyAsync(arguments));

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_verify_and_nothing_is_made()
    {
        var missing = Path.Combine(_host.DataDirectory, "elsewhere");
        Assert.Equal(Unreadable, await Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + missing]));
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task A_file_that_is_no_database_cannot_be_read()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_host.DataDirectory, "spoiled")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "resetbot.db"), new string('x', 5000));
        Assert.Equal(Unreadable, await Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + folder]));
    }

    [Fact]
    public async Task An_unknown_verb_is_refused() => Assert.Equal(2, await Program.Main(["frobnicate"]));

    [Fact]
    public void The_trail_tells_the_story_and_none_of_its_secrets()
    {
        var steps = _host.Audit(Person.Generated(0));
        Assert.Equal(
            [
                "CaseStarted", "CodeSent", "CodeRight", "GatePassed", "CodeSent", "CodeRight", "GatePassed", "LinkIssued", "LinkOpened",
                "ResetIntended", "ResetDone", "CaseCompleted", "PersonTold", "SessionsEnded",
            ],
            steps.Select(step => step.Event));
        var trail = string.Concat(steps);
        Assert.DoesNotContain(Person.Generated(0).Email, trail, StringComparison.Ordinal);
        Assert.DoesNotContain(Person.Generated(0).Mobile, trail, StringComparison.Ordinal);
        Assert.DoesNotContain(Steps.GoodPassword, trail, StringComparison.Ordinal);
    }

    private Task<int> VerifyAsync(params string[] arguments) =>
        Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + _host.DataDirectory, .. arguments]);

    private void Tamper(string sql)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(_host.DataDirectory, "resetbot.db")};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The attacker holds the database.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
