using System.Globalization;
using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Resetting a forgotten password, in all the ways in which people say things.</summary>
public class Resetting(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("reset")]
    [InlineData("Reset!")]
    [InlineData("/reset")]
    [InlineData("I forgot my password")]
    [InlineData("hi, I can't log in any more")]
    [InlineData("My password doesn't work")]
    [InlineData("jag har glömt mitt lösenord")]
    [InlineData("kan inte logga in")]
    [InlineData("återställ")]
    public async Task It_begins_with_the_command_or_in_the_persons_own_words(string words) =>
        await _host.Chat(_host.Somebody()).Says(words).Sees("step 1 of 2");

    [Theory]
    [InlineData("1", "E-mail to p***@private.example")]
    [InlineData("1.", "E-mail to p***@private.example")]
    [InlineData("email", "E-mail to p***@private.example")]
    [InlineData("E-Mail", "E-mail to p***@private.example")]
    [InlineData("mejl", "E-mail to p***@private.example")]
    [InlineData("2", "Text message to +46 ***")]
    [InlineData("sms", "Text message to +46 ***")]
    [InlineData("Text Message", "Text message to +46 ***")]
    [InlineData("phone", "Text message to +46 ***")]
    [InlineData("mobil", "Text message to +46 ***")]
    public async Task A_method_is_chosen_by_its_number_or_its_name(string typed, string asked) =>
        await _host.Chat(_host.Somebody()).Says("reset").Sees("1. E-mail", "2. Text message").Says(typed).Sees("Type the code", asked);

    [Theory]
    [InlineData("{0}{1}")]
    [InlineData("  {0} {1} ")]
    [InlineData("{0}-{1}")]
    [InlineData("{0}\u2013{1}")]
    [InlineData("{0}\u00a0{1}")]
    [InlineData("Code:{0}{1}")]
    [InlineData("Your code is {0}{1}. It was asked for in Microsoft Teams, good for 5 minutes.")]
    public async Task A_code_is_taken_as_people_paste_it(string shape)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(chat.Person.Email);
        await chat.Says(string.Format(CultureInfo.InvariantCulture, shape, code[..3], code[3..])).Sees("That is right");
    }

    [Fact]
    public async Task A_code_is_taken_from_the_whole_mail()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var mail = (await _host.Outbox.ToAsync(chat.Person.Email))[^1];
        Assert.Contains("reset the password of the account p***@contoso.example", mail.Text, StringComparison.Ordinal);
        Assert.Contains(_host.Place, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Never read it out", mail.Text, StringComparison.Ordinal);
        await chat.Says(mail.Text).Sees("That is right");
    }

    [Fact]
    public async Task The_whole_conversation_is_in_the_persons_language()
    {
        var chat = _host.Chat(_host.Somebody(), "sv-SE");
        await chat.Says("jag har glömt mitt lösenord").Sees("steg 1 av 2").Says("mejl").Sees("Skriv koden")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("Det stämmer").Sees("Skriv koden")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("Välj ditt nya lösenord");
        using var page = await PageDriver.OpenAsync(chat.Seen);
        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Ditt lösenord");
        Assert.DoesNotContain(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Text.Contains("password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_can_be_chosen_by_its_name_and_is_asked_for_once()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await chat.Says("language").Sees("2. Svenska (sv)").Says("language").Sees("2. Svenska (sv)");
        await chat.Says("svenska").Sees("Jag talar svenska").Sees("steg 1 av 2");
        await chat.Says("email").Sees("Skriv koden");
    }

    [Fact]
    public async Task The_language_can_be_chosen_and_the_question_is_asked_again_in_it()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await chat.Says("language").Sees("1. English (en)", "2. Svenska (sv)").Says("2").Sees("Jag talar svenska").Sees("steg 1 av 2");
        await chat.Says("in English, please").Sees("I will speak English").Sees("step 1 of 2").Says("1").Sees("Type the code");
    }

    [Theory]
    [InlineData("help", "What I can do")]
    [InlineData("status", "Your account")]
    [InlineData("what can you do", "What I can do")]
    [InlineData("blah blah", "I did not understand that")]
    public async Task An_aside_is_answered_and_the_pending_question_stays(string aside, string answer)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says(aside).Sees(answer).Sees("step 1 of 2");
        await chat.Says("email").Sees("Type the code");
        await chat.Says(aside).Sees(answer).Sees("Type the code").SeesNo();
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("Type the code");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("Choose your new password");
        var card = chat.Seen;
        await chat.Says(aside).Sees(answer).Sees("The secure page waits for you");
        Assert.Equal(2, _host.Count(chat.Person, "CodeSent"));
        Assert.Equal(1, _host.Count(chat.Person, "LinkIssued"));
        using var page = await PageDriver.OpenAsync(card);
        Assert.Equal("Choose a new password", page.Title);
    }

    [Fact]
    public async Task It_can_be_cancelled_at_every_step()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("cancel").Sees("Stopped. Nothing was changed");
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says("Avbryt").Sees("Stopped");
        var code = await _host.Outbox.CodeAsync(chat.Person.Email);
        await chat.Says(code).SeesNo("That is right");
        var card = await chat.ProvesAsync(_host.Outbox);
        using var page = await PageDriver.OpenAsync(card);
        await chat.Taps("cancel").Sees("Stopped");
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        await chat.Says("cancel").Sees("There is nothing to stop");
        Assert.Equal(3, _host.Count(chat.Person, "CaseCancelled"));
    }

    [Fact]
    public async Task A_new_command_takes_the_place_of_what_was_being_done()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var old = await _host.Outbox.CodeAsync(chat.Person.Email);
        await chat.Says("reset").Sees("I have stopped what we were doing").Sees("step 1 of 2");
        await chat.Says("email").Sees("Type the code").Says(old).Sees("That code is not right");
        await chat.Says("register").Sees("I have stopped").Sees("First show that it is you");
        Assert.Equal(2, _host.Count(chat.Person, "CaseCancelled") + _host.Count(chat.Person, "CaseFailed"));
    }

    [Fact]
    public async Task Who_cannot_be_helped_is_told_at_once_and_why()
    {
        await _host.Chat(Person.Grady).Says("reset").Sees("That does not work now", "Your account is disabled", "SSPR_0009");
        await _host.Chat(Person.Stranger).Says("reset").Sees("I find no account for you", "33002");
        await _host.Chat(Person.Alex).Says("reset").Sees("A reset needs 2 methods that count, and you have 0", "SSPR_0014", "register");
        var nameless = _host.Chat(Person.Alex);
        var message = nameless.Message("reset");
        message["from"]!.AsObject().Remove("aadObjectId");
        await nameless.SendAsync(message);
        await nameless.Sees("I am not told who you are");
    }

    [Fact]
    public async Task A_reset_unlocks_a_locked_account()
    {
        var chat = _host.Chat(_host.Somebody());
        for (var guess = 0; guess < 5; guess++)
        {
            await _host.SignInAsync(chat.Person, "Wrong-Guess-2026!");
        }

        Assert.Equal("locked", await _host.SignInAsync(chat.Person, chat.Person.Password));
        await chat.Says("status").Sees("locked (type unlock)");
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
    }

    [Fact]
    public async Task Resend_voids_the_earlier_code_and_other_method_offers_the_rest()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var old = await _host.Outbox.CodeAsync(chat.Person.Email);
        await chat.Says("resend").Sees("A new code is on its way").Sees("Type the code");
        var fresh = await _host.Outbox.CodeAsync(chat.Person.Email);
        if (old != fresh)
        {
            await chat.Says(old).Sees("That code is not right");
        }

        await chat.Says("other method").Sees("step 1 of 2").Says("sms").Sees("Type the code", "Text message");
        await chat.Says("email").Sees("Type the code", "E-mail").Says("email").Sees("already on its way");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task Without_the_phone_too_little_may_be_left_and_that_is_said()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("lost my phone")
            .Sees("Then we do it without the phone").Sees("too few of your methods are left").Sees("That does not work now");
        await chat.Says("cancel").Sees("There is nothing to stop");
    }

    [Fact]
    public async Task The_person_is_welcomed_once()
    {
        var chat = _host.Chat(_host.Somebody());
        var arrivals = chat.Arrivals();
        await chat.SendAsync(arrivals[0]);
        await chat.Sees("Hello Person, I am ResetBot");
        await chat.SendAsync(arrivals[1]);
        await chat.SeesNo();
    }
}
