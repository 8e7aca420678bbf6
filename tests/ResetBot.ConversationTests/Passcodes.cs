using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The help desk gives a passcode to somebody whom it has verified.</summary>
public class Passcodes : HostedStories, IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, sms, passcode]");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task It_is_one_gate_once_and_its_owner_is_told_everywhere()
    {
        var person = _host.Somebody();
        var code = await IssuesAsync(person);
        Assert.Contains("passcode", (await _host.Outbox.ToAsync(person.Mobile))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("/not-me/", (await _host.Outbox.ToAsync(person.UserName))[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(code, _host.StoredBytes(), StringComparison.Ordinal);
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2", "Passcode from the help desk").Says("passcode").Sees("Type the passcode", "8 digits").Says("resend").Sees("not sent");
        await chat.Says(code).Sees("That is right").Sees("step 2 of 2").Says("passcode").SeesNo("Type the passcode");
        using var page = await PageDriver.OpenAsync(await chat.Says("email").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(person.Email)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
        await _host.Chat(person).Says("reset").Sees("step 1 of 2").SeesNo("Passcode");
    }

    [Fact]
    public async Task Somebody_who_has_nothing_and_knows_no_password_registers_with_it()
    {
        var chat = _host.Chat(Person.Adele);
        var code = await IssuesAsync(Person.Adele);
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("Passcode from the help desk").Says("passcode").Sees("Type the passcode").Says(code).Sees("That is right").Sees("Register a method");
    }

    [Fact]
    public async Task On_the_web_page_it_is_typed_as_any_code_and_a_name_of_nobody_looks_the_same()
    {
        var person = _host.Somebody();
        var code = await IssuesAsync(person);
        using var web = _host.Browser();
        using var nobody = _host.Browser();
        await web.NamesAsync(person.UserName);
        await nobody.NamesAsync("nobody.like.this@contoso.example");
        await web.TapsAsync("Passcode from the help desk");
        await nobody.TapsAsync("Passcode from the help desk");
        await nobody.EntersAsync(code);
        await nobody.SeesAsync("That code is not right");
        await web.EntersAsync(code);
        await web.SeesAsync("That is right");
    }

    [Fact]
    public async Task A_wrong_one_counts_a_late_one_is_worth_nothing_and_a_newer_one_voids_it()
    {
        var person = _host.Somebody();
        var first = await IssuesAsync(person);
        var second = await IssuesAsync(person);
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("passcode").Sees("Type the passcode").Says(first).Sees("That code is not right");
        Assert.Equal(1, _host.Count(person, "CodeWrong"));
        await _host.PassAsync(TimeSpan.FromMinutes(10));
        await chat.Says("help").Sees("help");
        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        await chat.Says("cancel").Sees("");
        _host.Clock.Advance(TimeSpan.FromMinutes(41));
        await chat.Says("reset").Sees("step 1 of 2").SeesNo("Passcode");
        await chat.Says("passcode").SeesNo("Type the passcode");
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task On_the_web_page_one_that_is_issued_during_the_call_is_right()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("Passcode from the help desk");
        await web.EntersAsync(await IssuesAsync(person));
        await web.SeesAsync("That is right");
    }

    [Fact]
    public async Task Not_me_takes_it_back_for_good()
    {
        var person = _host.Somebody();
        var code = await IssuesAsync(person);
        await _host.Chat(person).Says("not me").Sees("Stop recovery").Says("1").Sees("stopped");
        Assert.Equal(0, (await _host.AccountAsync("open", person.UserName, "--why", "spoke with her")).Exit);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("Passcode from the help desk");
        await web.EntersAsync(code);
        await web.SeesAsync("That code is not right");
        Assert.Equal(0, _host.Count(person, "GatePassed"));
    }

    [Fact]
    public async Task For_an_administrator_it_takes_two()
    {
        var (exit, said) = await _host.AccountAsync("passcode", Person.Henrietta.UserName, "--why", "she came by");
        Assert.Equal(1, exit);
        Assert.Contains("somebody else has to ask for it too", said, StringComparison.Ordinal);
        Assert.Contains("somebody else has to ask", (await _host.AccountAsync("passcode", Person.Henrietta.UserName, "--why", "again")).Said, StringComparison.Ordinal);
        Assert.Equal((2, 0), (_host.Count(Person.Henrietta, "PasscodeWished"), _host.Count(Person.Henrietta, "PasscodeIssued")));
    }

    [Fact]
    public async Task Where_the_policy_or_the_account_does_not_allow_it_there_is_none()
    {
        await _host.Chat(Person.Generated(7)).Says("not me").Sees("Stop recovery").Says("1").Sees("stopped");
        Assert.Contains("stopped", (await _host.AccountAsync("passcode", Person.Generated(7).UserName, "--why", "called")).Said, StringComparison.Ordinal);
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, sms]");
        Assert.Contains("does not take passcodes", (await _host.AccountAsync("passcode", Person.Generated(8).UserName, "--why", "called")).Said, StringComparison.Ordinal);
    }

    private async Task<string> IssuesAsync(Person person)
    {
        var (exit, said) = await _host.AccountAsync("passcode", person.UserName, "--why", "called, passport seen");
        Assert.Equal(0, exit);
        return new string([.. said.Split(": ")[1].Where(char.IsAsciiDigit).Take(8)]);
    }
}
