using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A thief who knows the current password and sits in a second conversation replaces a method in the middle of a reset.</summary>
public sealed class ReplacedMethodAttacks(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_method_that_was_replaced_while_its_code_was_asked_for_proves_nothing()
    {
        var person = _host.Somebody();
        var reset = _host.Chat(person);
        await reset.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await ReplaceEmailAsync(person, "thief@evil.example");
        await reset.Says("resend").Sees("No other method of yours can be used now");
        Assert.DoesNotContain(await _host.Outbox.ToAsync("thief@evil.example"), mail => mail.Text.Contains("reset the password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_that_was_sent_to_a_method_that_has_been_replaced_is_worth_nothing()
    {
        var person = _host.Somebody();
        var reset = _host.Chat(person);
        await reset.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(person.Email);
        await ReplaceEmailAsync(person, "owner@elsewhere.example");
        await reset.Says(code).Sees("That code has run out");
        Assert.Equal(0, _host.Count(person, "GatePassed") - 1); // the one of the registration
    }

    [Fact]
    public async Task Wrong_passwords_on_many_pages_at_once_do_not_lock_the_account()
    {
        var person = _host.Somebody();
        var pages = new List<PageDriver>();
        for (var number = 0; number < 9; number++)
        {
            var chat = _host.Chat(person, "en-US", $"a:many-{number}-{person.ObjectId}");
            pages.Add(await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you")));
        }

        await Task.WhenAll(pages.Select(page => page.SubmitAsync(("oldPassword", "wrong-Wrong-1"))));
        Assert.Equal(3, _host.Count(person, "CurrentPasswordWrong"));
        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
        pages.ForEach(page => page.Dispose());
    }

    private async Task ReplaceEmailAsync(Person person, string address)
    {
        var other = _host.Chat(person, "en-US", $"a:other-{person.ObjectId}");
        await other.BeginsToRegisterAsync();
        await other.AddsEmailAsync(_host.Outbox, address);
    }
}
