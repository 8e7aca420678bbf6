using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Alex registers two ways, forgets the password, and gets back in.</summary>
public sealed class MainPath : IAsyncDisposable
{
    private const string Mailbox = "alex.private@example.org";
    private const string Mobile = "+46701234567";
    private const string NewPassword = "Rainy violins under 9 copper moons";

    private ChatHost _host = null!;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_forgotten_password_is_replaced_by_a_new_one(bool inSlack)
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = inSlack });
        var chat = _host.Chat(Person.Alex);
        await RegisterAsync(chat);
        await ResetAsync(chat);
        Assert.Equal("ok", await _host.SignInAsync(Person.Alex, NewPassword));
        Assert.Equal("wrong", await _host.SignInAsync(Person.Alex, Person.Alex.Password));
        Assert.Contains(await _host.Outbox.ToAsync(Person.Alex.UserName), mail => mail.Subject == "Your password was reset");
        Assert.Contains(await _host.Outbox.ToAsync(Mailbox), mail => mail.Subject == "Your password was reset");
        Assert.Contains(await _host.Outbox.ToAsync(Mobile), sms => sms.Text.Contains("was reset", StringComparison.Ordinal));
    }

    private async Task RegisterAsync(ChatDriver chat)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        Assert.Equal("Your current password", page.Title);
        await page.SubmitAsync(("oldPassword", Person.Alex.Password));
        Assert.Equal("Thank you", page.Title);
        await chat.Sees("that was right").Sees("Register a method", "You need 2 methods", "1. ")
            .Says("email").Sees("Which e-mail address?")
            .Says(Mailbox).Sees("Type the code", "a***@example.org")
            .Says(() => _host.Outbox.CodeAsync(Mailbox)).Sees("Registered", "It counts at once").Sees("1 to go")
            .Says("sms").Sees("Which mobile number?")
            .Says("+46 70 123 45 67").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mobile)).Sees("Registered").Sees("You have what you need")
            .Says("done").Sees("All set");
    }

    private async Task ResetAsync(ChatDriver chat)
    {
        await chat.Says("I forgot my password").Sees("Prove that it is you, step 1 of 2")
            .Taps("email").Sees("Type the code")
            .Fills(() => _host.Outbox.CodeAsync(Mailbox)).Sees("That is right").Sees("Type the code", "Text message")
            .Says(() => _host.Outbox.CodeAsync(Mobile)).Sees("Choose your new password");
        using var page = await PageDriver.OpenAsync(chat.Seen);
        Assert.Equal("Choose a new password", page.Title);
        await page.SubmitAsync(("newPassword", NewPassword), ("confirmPassword", NewPassword));
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed", "mail on your phone");
    }
}
