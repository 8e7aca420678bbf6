using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody reads one mailbox of a person: that of the account, or the private one. Under the policy that comes with it neither is enough.</summary>
public sealed class MailboxOnly(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task The_mailbox_of_the_account_never_gets_a_code()
    {
        var person = _host.Somebody();
        await _host.LocksAsync(person);
        foreach (var command in (string[])["Reset my password", "Unlock my account"])
        {
            foreach (var method in (string[])["E-mail", "Text message", "Authenticator app", "Recovery code"])
            {
                using var web = _host.Browser();
                await web.OpensAsync();
                await web.TapsAsync(command);
                await web.EntersAsync(person.UserName);
                await web.SaysAsync(method);
                await web.SaysAsync("000000");
            }
        }

        Assert.DoesNotContain(await _host.Outbox.ToAsync(person.UserName), mail => OutboxReader.CodeIn(mail.Text) is not null);
        Assert.Equal(0, _host.Count(person, "GatePassed"));
    }

    [Fact]
    public async Task The_private_mailbox_passes_one_gate_of_two_and_opens_nothing_else()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        foreach (var attempt in (string[])["email", "other method", "1", "lost my phone", "choose password", "new link", "register", "change", "status", "continue"])
        {
            await web.SaysAsync(attempt);
            Assert.DoesNotContain("/s/", web.Html, StringComparison.Ordinal);
        }

        Assert.Equal(1, _host.Count(person, "GatePassed"));
        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
    }

    [Fact]
    public async Task A_notice_in_either_mailbox_lets_nobody_in()
    {
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await _host.QuietAsync();
        foreach (var mailbox in (string[])[person.UserName, person.Email])
        {
            using var page = new PageDriver(new Uri(await _host.Outbox.ObjectionAsync(mailbox)));
            await page.LookAsync();
            Assert.DoesNotContain("newPassword", page.Html, StringComparison.Ordinal);
            await page.SavesAsync(Steps.OtherGoodPassword);
        }

        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
    }

    [Fact]
    public async Task Who_has_both_mailboxes_has_one_method_still()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.BeginsToRegisterAsync();
        await chat.Says("email").Sees("Which").Says(person.UserName).Sees("your work mailbox cannot prove");
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        await web.SaysAsync(await _host.Outbox.CodeAsync(person.Email));
        Assert.Equal(0, _host.Count(person, "LinkIssued") - 1); // that of the registration
    }
}
