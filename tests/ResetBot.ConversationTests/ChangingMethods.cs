using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Registered methods are changed and removed, also by somebody who forgot the password.</summary>
public class ChangingMethods(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_registered_method_proves_it_instead_of_the_password()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("register").Sees("First show that it is you", "other method").Says("other method").Sees("step 1 of 1").Says("sms").Sees("Type the code");
        Assert.Contains("change how the account can be recovered", (await _host.Outbox.ToAsync(chat.Person.Mobile))[^1].Text, StringComparison.Ordinal);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("That is right").Sees("Register a method");
        await chat.Says("email").Sees("Which e-mail address?").Says("new.one@private.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("new.one@private.example")).Sees("Registered", "it counts from");
        await chat.Sees("Register a method").Says("done").Sees("All set");

        // A day later, not at once: whoever has one factor must not make a second one of it.
        await chat.Says("reset").Sees("A reset needs 2 methods that count, and you have 1");
    }

    [Fact]
    public async Task Whoever_takes_too_long_for_it_is_told_so_and_gets_no_link_of_a_case_that_is_over()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("sms").Sees("Type the code");
        await _host.PassAsync(TimeSpan.FromMinutes(16));
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees();
        Assert.Equal(1, _host.Count(chat.Person, "LinkIssued"));
    }

    [Fact]
    public async Task The_link_that_waited_is_void_then()
    {
        var chat = _host.Chat(_host.Somebody());
        var card = await chat.Says("register").Sees("First show that it is you", "Number: ");
        await chat.Says("other method").Sees("step 1 of 1");
        using var page = new PageDriver(card.PageAddress);
        await page.LookAsync();
        Assert.Equal("This link no longer works", page.Title);
    }

    [Fact]
    public async Task Nobody_without_a_method_is_offered_one()
    {
        var chat = _host.Chat(Person.Joni);
        await chat.Says("register").Sees("First show that it is you");
        Assert.DoesNotContain("other method", chat.Seen.Text, StringComparison.Ordinal);
        await chat.Says("other method").Sees("did not understand");
    }

    [Fact]
    public async Task A_method_is_removed_and_every_way_hears_of_it()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        await chat.Says("remove").Sees("Remove a method", "1. E-mail", "2. Text message").Says("2").Sees("Text message is removed").Sees("Register a method");
        await chat.Says("done").Sees("needs 2 methods and you have 1");
        foreach (var way in (string[])[chat.Person.UserName, chat.Person.Email, chat.Person.Mobile])
        {
            Assert.Contains("was removed", (await _host.Outbox.ToAsync(way))[^1].Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, _host.Count(chat.Person, "MethodRemoved"));
        await chat.Says("reset").Sees("A reset needs 2 methods that count, and you have 1");
    }

    [Fact]
    public async Task Removing_and_adding_again_is_a_change_and_counts_later()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        await chat.Says("remove").Sees("Remove a method").Says("email").Sees("E-mail is removed").Sees("Register a method");
        await chat.AddsEmailAsync(_host.Outbox, chat.Person.Email);
        await chat.Says("done").Sees("All set");
        await chat.Says("reset").Sees("you have 1", "counts from");
    }

    [Theory]
    [InlineData("keep")]
    [InlineData("behåll")]
    public async Task Nothing_has_to_be_removed(string words)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        await chat.Says("remove").Sees("Remove a method").Says(words).Sees("Register a method");
        Assert.Equal(0, _host.Count(chat.Person, "MethodRemoved"));
    }

    [Fact]
    public async Task A_code_that_is_on_its_way_is_worth_nothing_once_its_method_is_removed()
    {
        var person = _host.Somebody();
        var thief = _host.Chat(person);
        await thief.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(person.Mobile);
        var owner = _host.Chat(person);
        await owner.BeginsToRegisterAsync();
        await owner.Says("remove").Sees("Remove a method").Says("sms").Sees("Text message is removed");
        await thief.Says(code).Sees("run out");
        Assert.Equal(1, _host.Count(person, "GatePassed"));
    }
}
