using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Registering the ways that prove who somebody is.</summary>
public class Registering(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Whatever_is_registered_the_first_time_counts_at_once()
    {
        var chat = _host.Chat(Person.Alex);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "alex@private.example");
        await chat.AddsMobileAsync(_host.Outbox, "+46701234567");
        await chat.Says("done").Sees("All set").Says("status").Sees("You can reset your password here whenever you need to");
        await chat.Says("reset").Sees("step 1 of 2", "1. E-mail to a***@private.example", "2. Text message to +46 *** 67");
        var mailbox = await _host.Outbox.ToAsync(Person.Alex.UserName);
        Assert.Equal(2, mailbox.Count(mail => mail.Subject == "A way to recover your account was registered"));
        Assert.Contains(await _host.Outbox.ToAsync("alex@private.example"), mail => mail.Text.Contains("+46 *** 67", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alex@contoso.example", "your work mailbox cannot prove")]
    [InlineData("someone.else@contoso.example", "your work mailbox cannot prove")]
    [InlineData("alex@mail.CONTOSO.example", "your work mailbox cannot prove")]
    [InlineData("not an address", "does not look like an e-mail address")]
    [InlineData("a@b", "does not look like an e-mail address")]
    [InlineData("two@private.example, three@private.example", "does not look like an e-mail address")]
    public async Task An_address_that_cannot_be_used_is_refused_with_the_reason(string address, string why)
    {
        var chat = await BegunAsync();
        await chat.Says("email").Sees("Which e-mail address?").Says(address).Sees(why);
        await chat.Says($"{Guid.NewGuid():N}@private.example").Sees("Type the code");
    }

    [Theory]
    [InlineData("0701234567")]
    [InlineData("+46 8 123 456")]
    [InlineData("+1")]
    [InlineData("call me")]
    public async Task A_number_that_cannot_be_used_is_refused(string number)
    {
        var chat = await BegunAsync();
        await chat.Says("sms").Sees("Which mobile number?").Says(number).Sees("no mobile number that I can send to");
        await chat.Says("0046 70-123 45 99").Sees("Type the code", "+46 *** 99");
    }

    [Fact]
    public async Task What_is_registered_already_is_said()
    {
        var chat = await BegunAsync();
        await chat.Says("email").Sees("Which").Says(chat.Person.Email).Sees("registered already").Sees("Register a method");
    }

    [Fact]
    public async Task An_address_that_is_replaced_later_counts_after_a_day_and_the_old_one_is_told()
    {
        var chat = await BegunAsync();
        await chat.Says("email").Sees("Which").Says("new@private.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("new@private.example")).Sees("Registered", "it counts from");
        await chat.Says("done").Sees("All set").Says("reset").Sees("you have 1", "was added lately and counts from");
        Assert.Contains(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Subject == "A way to recover your account was registered");
        Assert.Contains(await _host.Outbox.ToAsync(chat.Person.Mobile), sms => sms.Text.Contains("n***@private.example", StringComparison.Ordinal));
        await _host.PassAsync(TimeSpan.FromHours(24));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_number_that_is_replaced_later_counts_after_a_week()
    {
        var chat = await BegunAsync();
        await chat.Says("sms").Sees("Which").Says("+46701234568").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("+46701234568")).Sees("Registered", "it counts from");
        await chat.Says("done").Sees("All set");
        await _host.PassAsync(TimeSpan.FromDays(6.9));
        await chat.Says("reset").Sees("was added lately and counts from");
        await _host.PassAsync(TimeSpan.FromDays(0.1));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task Who_is_done_early_is_told_what_is_missing()
    {
        var chat = _host.Chat(Person.Megan);
        await chat.BeginsToRegisterAsync();
        await chat.Says("done").Sees("A reset needs 2 methods and you have 0");
        Assert.Equal(1, _host.Count(Person.Megan, "CaseCompleted"));
    }

    [Fact]
    public async Task An_app_is_registered_by_a_code_on_the_page()
    {
        var chat = _host.Chat(Person.Adele);
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("3").Sees("Set up your authenticator app"));
        Assert.NotNull(page.Document.QuerySelector("img[src^='data:image/png']"));
        var app = AuthenticatorApp.Of(page, _host.Clock);
        await page.SubmitAsync(("code", OutboxReader.Wrong(app.Code())));
        Assert.Contains("That code is not right", page.Alert, StringComparison.Ordinal);
        await page.SubmitAsync(("code", app.Code()));
        Assert.Equal("Your app is set up", page.Title);
        await chat.Sees("Registered", "It counts at once").Sees("Register a method").SeesNo();
    }

    [Fact]
    public async Task An_app_is_registered_by_a_code_in_the_chat_and_the_page_is_then_worth_nothing()
    {
        var chat = _host.Chat(Person.Isaiah);
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("authenticator").Sees("Set up your authenticator app"));
        var app = AuthenticatorApp.Of(page, _host.Clock);
        await chat.Says(OutboxReader.Wrong(app.Code())).Sees("That code is not right");
        await chat.Says(app.Code()).Sees("Registered").Sees("Register a method");
        await page.LookAsync();
        Assert.Equal("This link no longer works", page.Title);
    }

    [Fact]
    public async Task A_page_that_was_left_for_another_method_is_void_and_disturbs_nothing()
    {
        var chat = _host.Chat(Person.Patti);
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("authenticator").Sees("Set up your authenticator app"));
        await chat.Says("other method").Sees("Register a method").Says("email").Sees("Which e-mail address?");
        await page.SubmitAsync(("more", "1"));
        Assert.Equal("This link no longer works", page.Title);
        await chat.SeesNo();
        await chat.Says("patti@private.example").Sees("Type the code");
        await page.SubmitAsync(("code", await _host.Outbox.CodeAsync("patti@private.example")));
        Assert.Equal(0, _host.Count(Person.Patti, "MethodAdded"));
        await chat.Says(() => _host.Outbox.CodeAsync("patti@private.example")).Sees("Registered");
    }

    [Fact]
    public async Task Resend_voids_the_old_code_and_gives_no_new_tries()
    {
        var chat = await BegunAsync();
        await chat.Says("email").Sees("Which").Says("resend@private.example").Sees("Type the code");
        var old = await _host.Outbox.CodeAsync("resend@private.example");
        for (var guess = 0; guess < 3; guess++)
        {
            await chat.Says(() => _host.Outbox.WrongCodeAsync("resend@private.example")).Sees("That code is not right");
        }

        await chat.Says("resend").Sees("A new code is on its way").Sees("Type the code");
        Assert.SkipWhen(old == await _host.Outbox.CodeAsync("resend@private.example"), "The same code was drawn twice.");
        await chat.Says(old).Sees("That code is not right");
        await chat.Says(() => _host.Outbox.WrongCodeAsync("resend@private.example")).Sees("That method is paused until").Sees("Register a method");
    }

    [Theory]
    [InlineData("other method")]
    [InlineData("lost my phone")]
    [InlineData("tappat telefonen")]
    public async Task Another_method_can_be_chosen_at_the_code(string words)
    {
        var chat = await BegunAsync();
        await chat.Says("sms").Sees("Which").Says("+46701234569").Sees("Type the code").Says(words).Sees("Register a method");
    }

    [Fact]
    public async Task The_end_of_a_page_is_told_though_the_language_is_being_asked()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await chat.Says("language").Sees("Which language shall I use?");
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        await chat.Says("cancel").Sees("There is nothing to stop");
    }

    [Fact]
    public async Task Who_cannot_sign_in_cannot_register()
    {
        var chat = _host.Chat(Person.Johanna);
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", Person.Johanna.Password));
        await chat.Sees("the account cannot sign in at the moment");
        await _host.Chat(Person.Grady).Says("register").Sees("Your account is disabled");
    }

    [Fact]
    public async Task A_password_that_must_be_changed_still_registers() => await _host.Chat(Person.Nestor).BeginsToRegisterAsync();

    private async Task<ChatDriver> BegunAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        return chat;
    }
}
