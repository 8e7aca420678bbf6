using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A laptop stands open: whoever sits down has a Teams session and the mailbox of its owner, and neither their phone nor their password.</summary>
public sealed class StolenLaptop(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task No_command_of_theirs_changes_anything()
    {
        var thief = _host.Chat(_host.Somebody());
        await _host.LocksAsync(thief.Person);
        var before = await MethodsAsync(thief.Person);
        foreach (var command in (string[])["reset", "unlock", "change", "register", "continue", "approvals"])
        {
            await thief.Says(command).Sees("");
            foreach (var word in (string[])["1", "2", "3", "000000", "resend", "other method", "lost my phone", "choose password", "done", "new link"])
            {
                await thief.Says(word);
            }

            await thief.Says("cancel");
        }

        Assert.Equal("locked", await _host.SignInAsync(thief.Person, thief.Person.Password));
        Assert.Equal(before, await MethodsAsync(thief.Person));
        Assert.Equal((0, 0, 0), (_host.Count(thief.Person, "GatePassed"), _host.Count(thief.Person, "UnlockDone"), _host.Count(thief.Person, "ResetDone")));
    }

    [Fact]
    public async Task The_mailbox_of_the_account_gets_no_code_and_the_phone_tells_its_owner()
    {
        var thief = _host.Chat(_host.Somebody());
        await thief.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says("other method").Sees("step 1 of 2").Says("sms").Sees("Type the code");
        Assert.Empty(await _host.Outbox.ToAsync(thief.Person.UserName));
        Assert.Contains("Teams", (await _host.Outbox.ToAsync(thief.Person.Mobile))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_the_present_password_is_left_open_and_cannot_be_used_for_anything_else()
    {
        var thief = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await thief.Says("register").Sees("First show that it is you"));
        await page.SavesAsync(Steps.GoodPassword);
        await page.SubmitAsync(("oldPassword", ""), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        Assert.Equal("ok", await _host.SignInAsync(thief.Person, thief.Person.Password));
    }

    private async Task<string> MethodsAsync(Person person)
    {
        var text = (await _host.Chat(person).Says("status").Sees("E-mail")).Text;
        return string.Join('\n', text.Split('\n').Where(line => line.Contains("***", StringComparison.Ordinal)));
    }
}
