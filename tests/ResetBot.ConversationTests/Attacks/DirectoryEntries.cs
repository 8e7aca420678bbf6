using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A thief in somebody's open Teams session tries to register by what the directory has of that person.</summary>
public sealed class DirectoryEntries : IAsyncLifetime
{
    private const string Mobile = "+46701740605";
    private const string Mail = "alex.wilber@private.example";

    private EditedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChatHost.StartAsync(new ChatHostSettings { Directory = directory => _directory = new EditedDirectory(directory) });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_controls_neither_phone_nor_mailbox_learns_neither_and_gains_nothing()
    {
        var thief = _host.Chat(Person.Alex);
        await thief.Says("register").Sees("other method").Says("other method").Sees("step 1 of 1").Says("sms").Sees("Type the code");
        for (var guess = 0; guess < 4; guess++)
        {
            await thief.Says(() => _host.Outbox.WrongCodeAsync(Mobile)).Sees("not right");
        }

        await thief.Says(() => _host.Outbox.WrongCodeAsync(Mobile)).Sees("paused until").Says(() => _host.Outbox.CodeAsync(Mobile)).Sees();
        Assert.Equal(0, _host.Count(Person.Alex, "GatePassed"));
        Assert.Equal(0, _host.Count(Person.Alex, "MethodAdded"));
        Assert.DoesNotContain(_host.Connector.Calls, call => call.Body.ToJsonString().Contains("alex.wilber@", StringComparison.Ordinal)
            || call.Body.ToJsonString().Contains("0174060", StringComparison.Ordinal));
        await thief.Says("cancel").Says("reset").Sees("A reset needs 2 methods that count, and you have 0");
    }

    [Fact]
    public async Task An_entry_that_its_owner_can_write_proves_nothing_unless_a_policy_takes_the_risk()
    {
        _directory.Edit = account => account with { MobilePhone = new DirectoryContact("+46701740699"), OtherMails = [new DirectoryContact("thief@evil.example")] };
        var thief = _host.Chat(Person.Alex);
        await thief.Says("register").Sees("First show that it is you").Says("other method").Sees("did not understand");
        await _host.EveryoneFollowsAsync("registerByDirectory: all");
        await thief.Says("register").Sees("First show that it is you", "other method");

        // Also then a day passes, in which the owner hears of it.
        await thief.Says("other method").Sees("step 1 of 1").Says("sms").Sees("Type the code").Says(() => _host.Outbox.CodeAsync("+46701740699")).Sees("That is right");
        await thief.Says("email").Sees("Which").Says("two@evil.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("two@evil.example")).Sees("Registered", "it counts from 3 March");
        await thief.AddsAppAsync(_host.Clock);
        await thief.Says("done").Says("reset").Sees("A reset needs 2 methods that count, and you have 0");
        Assert.Equal(2, (await _host.Outbox.ToAsync(Person.Alex.UserName)).Count(mail => mail.Subject == "A way to recover your account was registered"));
    }

    [Fact]
    public async Task A_policy_can_do_without_the_directory()
    {
        await _host.EveryoneFollowsAsync("registerByDirectory: none");
        await _host.Chat(Person.Alex).Says("register").Sees("First show that it is you").Says("other method").Sees("did not understand");
    }

    [Fact]
    public async Task A_policy_that_comes_to_do_without_it_takes_back_what_was_proved_so()
    {
        var thief = _host.Chat(Person.Alex);
        await ProvesByMailAsync(thief);
        await thief.Says("email").Sees("Which").Says("thief@evil.example").Sees("Type the code");
        await _host.EveryoneFollowsAsync("registerByDirectory: none");
        await thief.Says(() => _host.Outbox.CodeAsync("thief@evil.example")).Sees();
        Assert.Equal(0, _host.Count(Person.Alex, "MethodAdded"));
    }

    [Fact]
    public async Task A_case_that_was_begun_without_it_gets_no_easier()
    {
        await _host.EveryoneFollowsAsync("registerByDirectory: none");
        var chat = _host.Chat(Person.Alex);
        await chat.Says("register").Sees("First show that it is you");
        await _host.EveryoneFollowsAsync("registerByDirectory: all");
        await chat.Says("other method").Sees("did not understand");
    }

    [Fact]
    public async Task It_replaces_nothing_that_was_registered_not_even_after_all_of_it_was_removed()
    {
        var owner = _host.Chat(Person.Alex);
        await owner.BeginsToRegisterAsync();
        await owner.AddsEmailAsync(_host.Outbox, "alex@elsewhere.example");
        await owner.Says("remove").Sees("Remove a method").Says("email").Sees("E-mail is removed").Sees("Register a method").Says("done").Sees();
        await _host.Chat(Person.Alex).Says("register").Sees("First show that it is you").Says("other method").Sees("did not understand");
    }

    [Fact]
    public async Task It_never_proves_a_reset_or_an_unlock()
    {
        await _host.EveryoneFollowsAsync("registerByDirectory: all", "methodsRequiredToReset: 1");
        await _host.Chat(Person.Alex).Says("reset").Sees("A reset needs a method that counts, and you have 0");
        await _host.LocksAsync(Person.Alex);
        await _host.Chat(Person.Alex).Says("unlock").Sees("An unlock needs 1 of your methods to count, and you have 0");
        using var web = _host.Browser();
        await web.NamesAsync(Person.Alex.UserName);
        await web.SaysAsync("sms");
        await web.SaysAsync("email");
        Assert.Empty(await _host.Outbox.ToAsync(Mobile));
        Assert.Empty(await _host.Outbox.ToAsync(Mail));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_once_the_directory_has_something_else()
    {
        var chat = _host.Chat(Person.Alex);
        await chat.Says("register").Sees().Says("other method").Sees("step 1 of 1").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(Mail);
        _directory.Edit = account => account with { OtherMails = [new DirectoryContact("alex@elsewhere.example", OwnerMayChange: false)] };
        await chat.Says(code).Sees("run out");
        Assert.Equal(0, _host.Count(Person.Alex, "GatePassed"));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_once_something_was_registered_elsewhere()
    {
        var thief = _host.Chat(Person.Alex);
        await thief.Says("register").Sees().Says("other method").Sees("step 1 of 1").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(Mail);
        var owner = _host.Chat(Person.Alex);
        await owner.BeginsToRegisterAsync();
        await owner.AddsEmailAsync(_host.Outbox, "alex@elsewhere.example");
        await thief.Says(code).Sees("run out");
        Assert.Equal(1, _host.Count(Person.Alex, "GatePassed"));
    }

    [Fact]
    public async Task An_administrator_registers_by_the_password_only()
    {
        await _host.EveryoneFollowsAsync("registerByDirectory: all");
        await _host.Chat(Person.Henrietta).Says("register").Sees("First show that it is you").Says("other method").Sees("did not understand");
    }

    [Theory]
    [InlineData("alex@contoso.example")]
    [InlineData("alex+x@contoso.example")]
    [InlineData("alex@mail.contoso.example")]
    [InlineData("not an address")]
    public async Task An_entry_that_leads_into_the_company_is_none(string entry)
    {
        _directory.Edit = account => account with { MobilePhone = null, OtherMails = [new DirectoryContact(entry, OwnerMayChange: false)] };
        await _host.Chat(Person.Alex).Says("register").Sees("First show that it is you").Says("other method").Sees("did not understand");
    }

    private async Task ProvesByMailAsync(ChatDriver chat) =>
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mail)).Sees("That is right").Sees("Register a method");
}
