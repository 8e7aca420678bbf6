using System.Globalization;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>How often what may be tried, and what happens then.</summary>
public class LimitStories(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Five_wrong_answers_in_an_hour_pause_the_method_for_a_day()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        await GuessAsync(chat, chat.Person.Mobile, 4);
        await chat.Says(() => _host.Outbox.WrongCodeAsync(chat.Person.Mobile)).Sees(_host.Clock.GetUtcNow().AddDays(1).ToString("'paused until 'd MMMM", CultureInfo.InvariantCulture)).Sees("That does not work now");
        await chat.Says("reset").Sees("A reset needs 2 methods that count, and you have 1", "Text message to +46 ***", "is paused until");
        await _host.PassAsync(TimeSpan.FromHours(23.9));
        await chat.Says("reset").Sees("is paused until");
        await _host.PassAsync(TimeSpan.FromHours(0.1));
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
    }

    [Fact]
    public async Task Wrong_answers_are_counted_across_cases_and_forgotten_after_the_hour()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await GuessAsync(chat, chat.Person.Email, 4);
        await _host.PassAsync(TimeSpan.FromMinutes(62));
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await GuessAsync(chat, chat.Person.Email, 4);
        await chat.Says("cancel").Sees("Stopped").Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says(() => _host.Outbox.WrongCodeAsync(chat.Person.Email)).Sees("is paused until");
    }

    [Fact]
    public async Task Resend_gives_no_new_tries()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var resent = 0; resent < 4; resent++)
        {
            await GuessAsync(chat, chat.Person.Email, 1);
            await chat.Says("resend").Sees("A new code is on its way").Sees("Type the code");
        }

        await chat.Says(() => _host.Outbox.WrongCodeAsync(chat.Person.Email)).Sees("is paused until");
    }

    [Fact]
    public async Task Five_failed_cases_in_a_day_pause_recovery_and_cancelling_alone_is_no_failure()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("cancel").Sees("Stopped");
        for (var failed = 0; failed < 5; failed++)
        {
            await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
            await GuessAsync(chat, chat.Person.Email, 1);
            await chat.Says("cancel").Sees("Stopped");
            await _host.PassAsync(TimeSpan.FromMinutes(70));
        }

        Assert.Equal(5, _host.Count(chat.Person, "CaseFailed"));
        await chat.Says("reset").Sees("Recovery of this account is paused until");
        await chat.Says("register").Sees("Recovery of this account is paused until");
        await chat.Says("status").Sees("Recovery is paused until");
        await _host.PassAsync(TimeSpan.FromHours(24));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task The_eleventh_send_in_ten_minutes_pauses_sending_for_a_day()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var resent = 0; resent < 9; resent++)
        {
            await chat.Says("resend").Sees("A new code is on its way").Sees("Type the code");
        }

        await chat.Says("resend").Sees("Too many codes were sent. Nothing more is sent until");
        Assert.Equal(10, (await _host.Outbox.ToAsync(chat.Person.Email)).Count);
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Too many codes were sent");
        Assert.Empty(await _host.Outbox.ToAsync(chat.Person.Mobile));
        await _host.PassAsync(TimeSpan.FromHours(24));
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code");
    }

    [Fact]
    public async Task Five_resets_in_an_hour_pause_recovery_for_a_day()
    {
        var chat = _host.Chat(_host.Somebody());
        for (var reset = 1; reset <= 5; reset++)
        {
            await chat.ResetsAsync(_host.Outbox, $"{reset} rainy violins under copper Moons");
            await _host.PassAsync(TimeSpan.FromMinutes(3));
        }

        await chat.Says("reset").Sees("Recovery of this account is paused until");
        await _host.PassAsync(TimeSpan.FromHours(24));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task The_eleventh_case_of_a_person_in_an_hour_is_refused_for_an_hour()
    {
        var chat = _host.Chat(_host.Somebody());
        for (var begun = 0; begun < 10; begun++)
        {
            await chat.Says("reset").Sees("step 1 of 2");
        }

        await chat.Says("reset").Sees("You have begun very often");
        var other = _host.Chat(chat.Person);
        await other.Says("reset").Sees("You have begun very often");
        await _host.PassAsync(TimeSpan.FromHours(1));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_success_clears_the_failure_counters()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await GuessAsync(chat, chat.Person.Email, 4);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("Choose your new password").Says("cancel").Sees("Stopped");
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await GuessAsync(chat, chat.Person.Email, 4);
        Assert.Equal(0, _host.Count(chat.Person, "MethodPaused"));
    }

    [Fact]
    public async Task Knowing_the_current_password_buys_no_new_tries_at_the_methods()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await GuessAsync(chat, chat.Person.Email, 4);
        await chat.Says("cancel").Sees("Stopped");
        await chat.BeginsToRegisterAsync();
        await chat.Says("done").Sees("All set");
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says(() => _host.Outbox.WrongCodeAsync(chat.Person.Email)).Sees("is paused until");
    }

    [Fact]
    public async Task Wrong_current_passwords_stop_two_below_the_directorys_lockout()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", "Wrong-Guess-2026!"));
        Assert.Equal("That is not right. Please try again.", page.Alert);
        await page.SubmitAsync(("oldPassword", "Wrong-Guess-2027!"));
        await page.SubmitAsync(("oldPassword", "Wrong-Guess-2028!"));
        Assert.Contains("That was wrong too often", page.Text, StringComparison.Ordinal);
        await chat.Sees("That was wrong too often", "33007");
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Says("register").Sees("Recovery of this account is paused until");
        Assert.Equal(3, _host.Count(chat.Person, "CurrentPasswordWrong"));
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        await _host.PassAsync(TimeSpan.FromHours(24));
        await chat.BeginsToRegisterAsync();
    }

    [Fact]
    public async Task What_was_paused_stays_paused_after_a_restart_and_when_the_clock_is_set_back()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = host.Chat(host.Somebody());
        host.Clock.Advance(TimeSpan.FromHours(8));
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var guess = 0; guess < 5; guess++)
        {
            await chat.Says(() => host.Outbox.WrongCodeAsync(chat.Person.Email));
        }

        await host.RestartAsync();
        await chat.Says("reset").Sees("is paused until");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(-6));
        await chat.Says("reset").Sees("is paused until");
    }

    [Fact]
    public async Task Too_many_failures_in_a_row_close_recovery_until_an_administrator_opens_it()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:ConsecutiveFailures=3"] });
        var chat = host.Chat(host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var guess = 0; guess < 3; guess++)
        {
            await chat.Says(() => host.Outbox.WrongCodeAsync(chat.Person.Email));
        }

        Assert.Equal(1, host.Count(chat.Person, "RecoveryClosed"));
        await chat.Says(() => host.Outbox.CodeAsync(chat.Person.Email));
        Assert.Equal(0, host.Count(chat.Person, "GatePassed"));
        await host.PassAsync(TimeSpan.FromDays(10));
        await chat.Says("reset").Sees("closed until an administrator opens it");
    }

    [Fact]
    public async Task Every_limit_is_an_option()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Arguments = ["Limits:CasesPerUserPerHour=1000", "Policy:MethodsRequiredToReset=1"],
        });
        var chat = host.Chat(host.Somebody());
        for (var begun = 0; begun < 30; begun++)
        {
            await chat.Says("reset").Sees("step 1 of 1");
        }
    }

    [Fact]
    public async Task An_administrator_needs_two_methods_whatever_the_policy_says()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Policy:MethodsRequiredToReset=1"] });
        var chat = host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(host.Outbox, "henrietta@private.example");
        await chat.Says("done").Says("reset").Sees("A reset needs 2 methods that count, and you have 1");
    }

    private async Task GuessAsync(ChatDriver chat, string destination, int times)
    {
        for (var guess = 0; guess < times; guess++)
        {
            await chat.Says(() => _host.Outbox.WrongCodeAsync(destination)).Sees("That code is not right");
        }
    }
}
