using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>
/// Somebody has one factor of a person and guesses the password at the sign-in: each unlock would give them new tries. Or they unlock to clear the
/// counters of the factors that they do not have.
/// </summary>
public sealed class UnlockGuesses(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task An_account_is_unlocked_three_times_a_day_and_not_once_more()
    {
        var chat = _host.Chat(_host.Somebody());
        for (var time = 0; time < 3; time++)
        {
            await UnlocksAsync(chat);
        }

        await _host.LocksAsync(chat.Person);
        await chat.Says("unlock").Sees("was unlocked often lately", "also type: reset");
        Assert.Equal("locked", await _host.SignInAsync(chat.Person, chat.Person.Password));
        await _host.PassAsync(TimeSpan.FromHours(24.5));
        await UnlocksAsync(chat);
    }

    [Fact]
    public async Task On_the_web_page_too_where_it_is_told_after_the_gate()
    {
        var chat = _host.Chat(_host.Somebody());
        for (var time = 0; time < 3; time++)
        {
            await UnlocksAsync(chat);
        }

        await _host.LocksAsync(chat.Person);
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.TapsAsync("Unlock my account");
        await web.EntersAsync(chat.Person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await _host.Outbox.CodeAsync(chat.Person.Email));
        await web.SeesAsync("was unlocked often lately");
        Assert.Equal("locked", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task Cases_at_once_unlock_once_and_use_up_one()
    {
        var person = _host.Somebody();
        await _host.LocksAsync(person);
        var codes = new List<(ChatDriver Chat, string Code)>();
        for (var number = 0; number < 6; number++)
        {
            var chat = _host.Chat(person);
            await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
            codes.Add((chat, await _host.Outbox.CodeAsync(person.Email)));
        }

        await Task.WhenAll(codes.Select(each => each.Chat.PostAsync(each.Chat.Message(each.Code))));
        await _host.QuietAsync();
        Assert.Equal(1, _host.Count(person, "UnlockDone"));

        // Those that found nothing to unlock used nothing up, and gave back no more than they had taken.
        var last = _host.Chat(person);
        await UnlocksAsync(last);
        await UnlocksAsync(last);
        await _host.LocksAsync(person);
        await last.Says("unlock").Sees("was unlocked often lately");
    }

    [Fact]
    public async Task An_unlock_gives_no_new_tries_at_the_methods_that_did_not_prove_it()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code");
        for (var wrong = 0; wrong < 4; wrong++)
        {
            await chat.Says("000000").Sees("not right");
        }

        await chat.Says("cancel").Sees("Stopped");
        await UnlocksAsync(chat);
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code").Says("000000").Sees("paused until");
        Assert.Equal(1, _host.Count(chat.Person, "MethodPaused"));
    }

    private async Task UnlocksAsync(ChatDriver chat)
    {
        await _host.LocksAsync(chat.Person);
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("I am unlocking").Sees("Your account is unlocked");
    }
}
