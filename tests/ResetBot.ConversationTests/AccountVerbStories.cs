using ResetBot.Bot.Operations.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary><c>account show</c>, <c>account freeze</c> and <c>account open</c>, beside a running service and without one.</summary>
public sealed class AccountVerbStories : IAsyncLifetime
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Impossible = 2;

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(
        new ChatHostSettings { Arguments = ["Policy:NotifyAdministratorsAt=admins@elsewhere.example"] });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_was_stopped_is_opened_again_and_what_was_begun_before_stays_dead()
    {
        var person = _host.Somebody();
        var thief = _host.Chat(person);
        using var page = await PageDriver.OpenAsync(await thief.ProvesAsync(_host.Outbox));
        var chat = _host.Chat(person);
        await chat.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        Assert.Contains("“It was not me”, says " + person.Name, (await _host.Outbox.ToAsync("admins@elsewhere.example"))[^1].Subject, StringComparison.Ordinal);
        Assert.Contains("stopped by \"not me\"", (await _host.AccountAsync("show", person.UserName)).Said, StringComparison.Ordinal);

        var (exit, said) = await _host.AccountAsync("open", person.UserName, "--why", "spoke with her");
        Assert.Equal(Done, exit);
        Assert.Contains("is open again", said, StringComparison.Ordinal);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal(0, _host.Count(person, "ResetIntended"));
        Assert.Equal("spoke with her", _host.Audit(person).Single(step => step.Event == "RecoveryOpened").Detail("why"));
        Assert.Contains("was opened again", (await _host.Outbox.ToAsync(person.UserName))[^1].Text, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
    }

    [Fact]
    public async Task Not_me_opens_a_case_for_the_help_desk_which_opening_recovery_closes()
    {
        Assert.Contains("Nothing waits", (await _host.AccountAsync("cases")).Said, StringComparison.Ordinal);
        var (person, other) = (_host.Somebody(), _host.Somebody());
        await _host.Chat(person).Says("not me").Sees("Stop recovery").Says("1").Sees("Your help desk finds it as case HD-");
        await _host.Chat(other).Says("not me").Sees("Stop recovery").Says("1").Sees("as case HD-");
        var number = _host.Audit(person).Single(step => step.Event == "RecoveryFrozen").Detail("helpDeskCase")!;
        Assert.Contains(await _host.Outbox.ToAsync("admins@elsewhere.example"), mail => mail.Text.Contains(number, StringComparison.Ordinal));
        var (exit, listed) = await _host.AccountAsync("cases");
        Assert.Equal(Done, exit);
        Assert.Equal(2, listed.Split("HD-").Length - 1);
        Assert.Contains(number, listed, StringComparison.Ordinal);
        Assert.Contains(person.UserName, listed, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(number, (await _host.AccountAsync("show", person.UserName)).Said, StringComparison.Ordinal);

        await _host.AccountAsync("open", person.UserName, "--why", "spoke with her");
        await _host.StopAsync();
        var left = (await _host.AccountAsync("cases")).Said;
        Assert.DoesNotContain(number, left, StringComparison.Ordinal);
        Assert.Contains(other.UserName, left, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_runs_the_service_stops_recovery_of_an_account_too()
    {
        var person = _host.Somebody();
        Assert.Equal(Done, (await _host.AccountAsync("freeze", person.UserName, "--why", "a phone was stolen")).Exit);
        Assert.Equal(Refused, (await _host.AccountAsync("freeze", person.UserName, "--why", "again")).Exit);
        await _host.Chat(person).Says("reset").Sees("Recovery of this account is stopped");
        Assert.Equal("a phone was stolen", _host.Audit(person).Single(step => step.Event == "RecoveryFrozen").Detail("why"));
        Assert.Contains("service itself", (await _host.Outbox.ToAsync(person.UserName))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_running_service_it_is_done_too_and_the_trail_is_whole()
    {
        var person = _host.Somebody();
        await _host.StopAsync();
        Assert.Equal(Done, (await _host.AccountAsync("freeze", person.UserName, "--why", "a phone was stolen")).Exit);
        await _host.StartAgainAsync();
        await _host.Chat(person).Says("reset").Sees("Recovery of this account is stopped");
        Assert.Equal(0, await Bot.Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + _host.DataDirectory]));
    }

    [Fact]
    public async Task A_pause_and_a_closed_recovery_are_opened()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await chat.Says(() => _host.Outbox.WrongCodeAsync(person.Email)).Sees("");
        }

        Assert.Contains("Email paused until", (await _host.AccountAsync("show", person.UserName)).Said, StringComparison.Ordinal);
        await chat.Says("cancel").Sees("");
        Assert.Equal(Done, (await _host.AccountAsync("open", person.UserName, "--why", "spoke with her")).Exit);
        Assert.Contains("Recovery is open.", (await _host.AccountAsync("show", person.UserName)).Said, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await chat.Says("reset").Sees("step 1 of 2", "E-mail");
    }

    [Fact]
    public async Task Show_tells_methods_masked_and_nothing_is_opened_that_is_open()
    {
        var person = _host.Somebody();
        var (exit, said) = await _host.AccountAsync("show", person.UserName);
        Assert.Equal(Done, exit);
        Assert.Contains("Email ", said, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email, said, StringComparison.Ordinal);
        Assert.Equal(Refused, (await _host.AccountAsync("open", person.UserName, "--why", "why not")).Exit);
        Assert.Equal(Refused, (await _host.AccountAsync("show", "nobody.at.all")).Exit);
    }

    [Theory]
    [InlineData("open", "anna")]
    [InlineData("open", "anna", "--why")]
    [InlineData("freeze", "anna")]
    [InlineData("delete", "anna")]
    [InlineData("show")]
    public async Task What_is_not_meant_for_it_gets_its_usage(params string[] arguments)
    {
        await using var said = new StringWriter();
        Assert.Equal(Impossible, await AccountVerb.RunAsync(arguments, said));
        Assert.StartsWith("Use: account cases, account show NAME", said.ToString(), StringComparison.Ordinal);
    }
}
