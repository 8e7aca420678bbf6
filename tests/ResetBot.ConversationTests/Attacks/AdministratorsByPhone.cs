using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody reads the mail and the text messages of an administrator, or talks them out of the codes. A registered passkey stands in the way.</summary>
public sealed class AdministratorsByPhone : IAsyncLifetime
{
    private const string Mail = "henrietta@private.example";
    private const string Mobile = "+46701740605";

    private readonly SoftwarePasskey _passkey = new();
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync();
        var chat = _host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, Mail);
        await chat.AddsMobileAsync(_host.Outbox, Mobile);
        await chat.AddsPasskeyAsync(_passkey);
        await chat.Says("done").Sees("All set");
    }

    public async ValueTask DisposeAsync()
    {
        _passkey.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Two_codes_are_not_enough_where_a_passkey_is_registered()
    {
        var chat = await PassesMailAsync();
        var card = await chat.Sees("Use your passkey", "Number: ");
        await chat.Says("sms").Sees("did not understand");
        using var page = await PageDriver.OpenAsync(card);
        await _passkey.AnswersOnAsync(page);
        await chat.Sees("That is right").Sees("Choose your new password");
    }

    [Fact]
    public async Task Wrong_passkeys_are_no_way_round_it()
    {
        var chat = await PassesMailAsync();
        using var page = await PageDriver.OpenAsync(await chat.Sees("Use your passkey", "Number: "));
        using var other = new SoftwarePasskey();
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await other.AnswersOnAsync(page);
        }

        await chat.Sees("did not work with the passkey").Sees("That does not work now");
        Assert.Equal(0, _host.Count(Person.Henrietta, "ResetIntended"));
    }

    [Fact]
    public async Task Removing_it_with_one_factor_is_no_way_round_it()
    {
        var chat = _host.Chat(Person.Henrietta);
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("sms").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mobile, used: 1)).Sees("That is right").Sees("Register a method");
        await chat.Says("remove").Sees("Remove a method").Says("passkey").Sees("is removed").Sees("Register a method").Says("done").Sees("All set");
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mail, used: 1)).Sees("That is right").Sees("That does not work now");
        _host.Clock.Advance(TimeSpan.FromHours(25));
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
    }

    [Fact]
    public async Task On_the_web_page_it_holds_from_the_second_gate_on()
    {
        using var web = _host.Browser();
        await web.NamesAsync(Person.Henrietta.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await _host.Outbox.CodeAsync(Mail, used: 1));
        await web.SeesAsync("Use your passkey");
    }

    private async Task<ChatDriver> PassesMailAsync()
    {
        var chat = _host.Chat(Person.Henrietta);
        await chat.Says("reset").Sees("step 1 of 2", "1. E-mail", "2. Text message", "3. Passkey").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mail, used: 1)).Sees("That is right");
        return chat;
    }
}
