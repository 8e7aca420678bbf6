using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Policies that change while somebody is under way: a case gets no easier, and harder at once.</summary>
public class PoliciesMidway : HostedStories, IAsyncLifetime
{
    private FlakyDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await StartAsync(new ChatHostSettings { Directory = directory => _directory = new FlakyDirectory(directory) });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_case_that_was_begun_with_two_gates_keeps_them()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await _host.EveryoneFollowsAsync("methodsRequiredToReset: 1");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("Type the code", "Text message");
        await _host.Chat(_host.Somebody()).Says("reset").Sees("step 1 of 1");
    }

    [Fact]
    public async Task A_case_that_was_begun_with_one_gate_asks_for_the_second_as_soon_as_the_policy_does()
    {
        await _host.EveryoneFollowsAsync("methodsRequiredToReset: 1");
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 1").Says("email").Sees("Type the code");
        await _host.EveryoneFollowsAsync("methodsRequiredToReset: 2");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("Type the code", "Text message");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("Choose your new password");
    }

    [Fact]
    public async Task A_method_that_came_to_be_allowed_later_does_not_help()
    {
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, authenticator]", "methodsRequiredToReset: 1", "methodsToRegister: 2");
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("Type the code", "E-mail");
        await _host.EveryoneFollowsAsync("methodsRequiredToReset: 1");
        await chat.Says("sms").SeesNo("Text message");
        Assert.Empty(await _host.Outbox.ToAsync(chat.Person.Mobile));
    }

    [Fact]
    public async Task A_code_for_a_method_that_is_not_allowed_any_more_is_worth_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code", "Text message");
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, authenticator]");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("run out");
        Assert.Equal(0, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task A_gate_that_was_passed_in_a_way_that_is_not_allowed_any_more_is_lost()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code", "Text message")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("That is right").Sees("Type the code", "E-mail");
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, authenticator]");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("No other method");
        Assert.DoesNotContain(chat.All, message => message.Text.Contains("Choose your new password", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("methodsAllowed: [email, authenticator]")]
    [InlineData("enabled: no")]
    [InlineData("operations: [change]")]
    [InlineData("groups: [Sales]")]
    [InlineData("licence: free")]
    public async Task A_page_that_is_open_when_the_policy_comes_to_ask_for_more_changes_nothing(string setting)
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await _host.EveryoneFollowsAsync(setting);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Contains("changed meanwhile", page.Text, StringComparison.Ordinal);
        await chat.Sees("changed meanwhile");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal((0, 1), (_host.Count(chat.Person, "ResetDone"), _host.Count(chat.Person, "ResetRefused")));
    }

    [Fact]
    public async Task A_page_that_is_open_when_the_policy_comes_to_ask_for_less_goes_on()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await _host.EveryoneFollowsAsync("methodsRequiredToReset: 1");
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
    }

    [Fact]
    public async Task A_change_that_the_policy_came_to_refuse_changes_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.Says("change").Sees("Number: "));
        await _host.EveryoneFollowsAsync("operations: [reset]");
        await page.SubmitAsync(("oldPassword", chat.Person.Password), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await chat.Sees("changed meanwhile");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task An_unlock_asks_for_the_second_gate_as_soon_as_the_policy_does()
    {
        var chat = await LockedAsync();
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
        await _host.EveryoneFollowsAsync("methodsRequiredToUnlock: 2");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("Type the code", "Text message")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("That is right").Sees("I am unlocking").Sees("Your account is unlocked");
    }

    [Theory]
    [InlineData("methodsRequiredToUnlock: 2")]
    [InlineData("operations: [change, reset]")]
    public async Task An_unlock_that_the_policy_came_to_refuse_while_the_directory_was_silent_is_not_done(string setting)
    {
        var chat = await LockedAsync();
        _directory.Writes = FlakyWrite.NotDone;
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("I am unlocking").Sees("The directory did not answer");
        _directory.Writes = FlakyWrite.Done;
        await _host.EveryoneFollowsAsync(setting);
        await chat.Says("again").Sees("changed meanwhile");
        Assert.Equal("locked", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal(0, _host.Count(chat.Person, "UnlockDone"));
    }

    [Fact]
    public async Task A_registration_that_the_policy_came_to_refuse_registers_nothing()
    {
        var chat = _host.Chat(Person.Megan);
        await chat.BeginsToRegisterAsync();
        await chat.Says("email").Sees("Which e-mail address?").Says("megan@private.example").Sees("Type the code");
        await _host.EveryoneFollowsAsync("enabled: no");
        await chat.Says(() => _host.Outbox.CodeAsync("megan@private.example")).Sees("switched off for your account", "SSPR_0009");
        Assert.Equal(0, _host.Count(Person.Megan, "MethodAdded"));
    }

    [Fact]
    public async Task No_policy_lets_an_administrator_reset_with_one_gate()
    {
        await _host.EveryoneFollowsAsync("methodsRequiredToReset: 1", "methodsRequiredToUnlock: 1", "methodsToRegister: 1");
        var chat = _host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "henrietta@private.example");
        await chat.Says("done").Sees("A reset needs 2 methods and you have 1").Says("reset").Sees("A reset needs 2 methods that count, and you have 1");
    }

    private async Task<ChatDriver> LockedAsync()
    {
        var person = _host.Somebody();
        await _host.LocksAsync(person);
        return _host.Chat(person);
    }
}
