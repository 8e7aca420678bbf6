using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A passkey is made and used on the secure page, by an authenticator in software.</summary>
public class Passkeys(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task It_is_registered_on_its_page_and_proves_a_gate_later()
    {
        var chat = _host.Chat(Person.Alex);
        using var passkey = new SoftwarePasskey();
        await chat.BeginsToRegisterAsync();
        await chat.AddsPasskeyAsync(passkey);
        await chat.AddsEmailAsync(_host.Outbox, "alex@private.example");
        await chat.Says("done").Sees("All set");
        await chat.Says("status").Sees("Passkey");

        await chat.Says("reset").Sees("1. E-mail", "2. Passkey").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("alex@private.example")).Sees("That is right");
        using var page = await PageDriver.OpenAsync(await chat.Sees("Use your passkey", "Number: "));
        await passkey.AnswersOnAsync(page);
        Assert.Equal("Thank you", page.Title);
        using var last = await PageDriver.OpenAsync(await chat.Sees("That is right").Sees("Choose your new password", "Number: "));
        await last.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
    }

    [Theory]
    [InlineData("other method", "step 1 of 2")]
    [InlineData("email", "Type the code")]
    [InlineData("new link", "Use your passkey")]
    [InlineData("help", "The secure page waits for you")]
    public async Task Another_way_can_be_asked_for_while_the_page_waits(string words, string answer)
    {
        var (chat, _) = await _host.WithPasskeyAsync();
        await chat.Says("reset").Sees("step 1 of 2").Says("passkey").Sees("Use your passkey", "Number: ").Says(words).Sees(answer);
    }

    [Fact]
    public async Task On_the_web_page_any_passkey_is_asked_for_and_the_right_one_opens_the_gate()
    {
        var (chat, passkey) = await _host.WithPasskeyAsync();
        using var web = _host.Browser();
        await web.NamesAsync(chat.Person.UserName);
        await web.TapsAsync("Passkey");
        using var page = await web.OpensPageAsync();
        Assert.Empty(SoftwarePasskey.OptionsOf(page)["allowCredentials"]?.AsArray() ?? []);
        await passkey.AnswersOnAsync(page);
        Assert.Equal("Thank you", page.Title);
        await web.SeesAsync("That is right");
    }

    [Fact]
    public async Task A_page_without_script_says_that_it_needs_it()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("passkey").Sees("Make a passkey", "Number: "));
        Assert.Contains("A passkey needs script", page.Document.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
        await page.SubmitAsync(("credential", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }
}
