using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What the directory would refuse is told before anything is asked, with the code for the help desk.</summary>
public class Hindrances : HostedStories, IAsyncLifetime
{
    private ChatHost _host = null!;
    private EditedDirectory _directory = null!;

    public async ValueTask InitializeAsync() =>
        _host = await StartAsync(new ChatHostSettings { Directory = directory => _directory = new EditedDirectory(directory) });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(AccountHindrance.WritebackOff, "SSPR_0010")]
    [InlineData(AccountHindrance.OnPremisesAdministrator, "SSPR_0029")]
    [InlineData(AccountHindrance.NoPermission, "33004")]
    [InlineData(AccountHindrance.Misconfigured, "33009")]
    public async Task Each_is_told_before_the_first_challenge_and_in_the_status(AccountHindrance hindrance, string code)
    {
        _directory.Edit = account => account with { Hindrance = hindrance };
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("That does not work now", code).Says("change").Sees(code).Says("status").SeesNo("You can reset your password here");
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await chat.Says("register").Sees("First show that it is you");
    }

    [Fact]
    public async Task Who_may_not_change_a_password_may_reset_it()
    {
        _directory.Edit = account => account with { Hindrance = AccountHindrance.MayNotChange };
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("change").Sees("does not let your account change", "33004").Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task On_the_web_page_it_is_told_after_the_gates()
    {
        _directory.Edit = account => account with { Hindrance = AccountHindrance.WritebackOff };
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        Assert.DoesNotContain("SSPR_0010", web.Text, StringComparison.Ordinal);
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        await web.SeesAsync("SSPR_0010");
        Assert.Equal(0, _host.Count(person, "LinkIssued"));
    }

    [Fact]
    public async Task A_disabled_account_has_the_code_of_where_it_is_kept()
    {
        var chat = _host.Chat(_host.Somebody());
        _directory.Edit = account => account with { Enabled = false };
        await chat.Says("reset").Sees("SSPR_0009");
        _directory.Edit = account => account with { Enabled = false, Origin = AccountOrigin.Synchronised };
        await chat.Says("reset").Sees("33005");
    }

    [Fact]
    public async Task Where_several_accounts_are_found_nothing_is_done_to_any()
    {
        _directory.Edit = _ => throw new AccountNotUniqueException();
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("several accounts", "33003").Says("status").SeesNo(person.UserName);
        await chat.Says("not me").Says("1").SeesNo("is stopped");
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        await web.SeesAsync("Type the code");
        Assert.Equal(0, _host.Count(person, "RecoveryFrozen"));
    }
}
