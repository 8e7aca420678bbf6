using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A proved reset waits, where the policy says so, and the owner of the account can object meanwhile.</summary>
public class Cooling : HostedStories, IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(new ChatHostSettings { Arguments = ["Policy:CoolingPeriod=06:00:00"] });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_new_password_is_asked_for_when_the_time_is_over_and_the_person_is_told_without_asking()
    {
        var chat = await WaitsAsync();
        await _host.PassAsync(TimeSpan.FromHours(3));
        await chat.Says("choose password").Sees("did not understand").Sees("can be chosen from 2 March, 15:00");
        await chat.Says("help").Sees("help").Sees("can be chosen from");
        await _host.PassAsync(TimeSpan.FromHours(3));
        await chat.SeesEver("Nobody objected. You can go on until 3 March, 15:00");
        await _host.PassAsync(TimeSpan.FromHours(20));
        using var page = await PageDriver.OpenAsync(await chat.Says("choose password").Sees("Choose your new password", "Number: "));
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
        Assert.Equal(1, _host.Count(chat.Person, "CoolingBegan"));
        Assert.Equal(1, _host.Count(chat.Person, "CoolingOver"));
    }

    [Fact]
    public async Task Every_way_hears_of_it_at_once_and_its_link_stops_it()
    {
        var chat = await WaitsAsync();
        foreach (var way in (string[])[chat.Person.UserName, chat.Person.Email, chat.Person.Mobile])
        {
            Assert.Contains("2 March, 14:00 UTC", (await _host.Outbox.ToAsync(way))[^1].Text, StringComparison.Ordinal);
        }

        using var page = new PageDriver(new Uri(await _host.Outbox.ObjectionAsync(chat.Person.Mobile)));
        Assert.Contains("a reset of the password was proved, and waits", (await page.LookAsync()).Text, StringComparison.Ordinal);
        await page.SubmitAsync();
        await _host.PassAsync(TimeSpan.FromHours(6));
        await chat.SeesEver("its owner said “it was not me”");
        await chat.Says("choose password").SeesNo("Choose your new password");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal(0, _host.Count(chat.Person, "LinkIssued"));
    }

    [Fact]
    public async Task Who_objects_in_Teams_stops_it_too()
    {
        var thief = await WaitsAsync();
        await _host.Chat(thief.Person).Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await thief.Says("choose password").Sees("its owner said “it was not me”");
        await _host.PassAsync(TimeSpan.FromHours(7));
        Assert.Equal(0, _host.Count(thief.Person, "LinkIssued"));
    }

    [Fact]
    public async Task Who_does_not_come_back_within_a_day_begins_anew()
    {
        var chat = await WaitsAsync();
        await _host.PassAsync(TimeSpan.FromHours(6));
        await _host.PassAsync(TimeSpan.FromHours(24));
        await chat.SeesEver("You were away for a while");
        await chat.Says("choose password").SeesNo("Choose your new password");
        Assert.Equal(1, _host.Count(chat.Person, "CaseExpired"));
    }

    [Fact]
    public async Task Another_question_that_was_left_alone_meanwhile_does_not_end_it()
    {
        var chat = await WaitsAsync();
        await chat.Says("language").Sees("Language");
        await _host.PassAsync(TimeSpan.FromMinutes(20));
        await _host.PassAsync(TimeSpan.FromHours(6));
        await chat.SeesEver("Nobody objected");
        await chat.Says("choose password").Sees("Choose your new password", "Number: ");
    }

    [Fact]
    public async Task A_restart_in_between_loses_nothing_and_a_timer_that_comes_twice_tells_once()
    {
        var chat = await WaitsAsync();
        await _host.RestartAsync();
        await _host.PassAsync(TimeSpan.FromHours(6));
        await _host.CloseLeftQuestionsAsync();
        await chat.SeesEver("Nobody objected");
        Assert.Single(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Subject == "Now you can choose your new password");
    }

    [Fact]
    public async Task On_the_web_page_the_same_browser_goes_on_hours_later()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        await web.SeesAsync("Leave this browser open");
        await _host.PassAsync(TimeSpan.FromHours(6));
        await _host.KeepUpAsync();
        Assert.Contains("Now you can choose", (await _host.Outbox.ToAsync(person.Email))[^1].Subject, StringComparison.Ordinal);
        await _host.PassAsync(TimeSpan.FromHours(10));
        await _host.KeepUpAsync();
        await web.OpensAsync();
        await web.SeesAsync("Nobody objected");
        await web.TapsAsync("Choose the new password");
        using var page = await web.OpensPageAsync();
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
    }

    [Fact]
    public async Task An_administrator_who_proved_by_codes_waits_four_hours_without_any_setting()
    {
        await using var host = await StartAsync();
        var chat = host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(host.Outbox, "henrietta@private.example");
        await chat.AddsMobileAsync(host.Outbox, "+46701740655");
        await chat.Says("done").Sees();
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(() => host.Outbox.CodeAsync("henrietta@private.example")).Sees("Text message");
        await chat.Says(() => host.Outbox.CodeAsync("+46701740655")).Sees("protected by a waiting time");
    }

    [Fact]
    public async Task A_policy_that_comes_to_ask_for_more_time_is_kept_to_and_one_that_asks_for_less_is_not()
    {
        var chat = await WaitsAsync();
        await _host.EveryoneFollowsAsync("coolingPeriod: 0");
        await chat.Says("choose password").Sees("can be chosen from 2 March, 15:00");
        await _host.Chat(_host.Somebody()).ProvesAsync(_host.Outbox);
        await _host.EveryoneFollowsAsync("coolingPeriod: 9h");
        await _host.PassAsync(TimeSpan.FromHours(6));
        await chat.SeesEver("can be chosen from 2 March, 18:00");
        await _host.PassAsync(TimeSpan.FromHours(3));
        await chat.SeesEver("Nobody objected");
        await chat.Says("choose password").Sees("Choose your new password");
    }

    [Fact]
    public async Task A_policy_that_does_not_take_what_was_proved_any_more_ends_it_and_the_chat_goes_on()
    {
        var chat = await WaitsAsync();
        await _host.EveryoneFollowsAsync("coolingPeriod: 6h", "methodsAllowed: [sms, authenticator]");
        await _host.PassAsync(TimeSpan.FromHours(6));
        await chat.Says("choose password").SeesNo("Choose your new password");
        await chat.Says("help").Sees("What I can do");
        await chat.Says("reset").Sees("");
        Assert.Equal(0, _host.Count(chat.Person, "LinkIssued"));
    }

    [Fact]
    public async Task A_directory_that_is_silent_when_the_time_to_come_is_over_leaves_no_chat_stuck()
    {
        FlakyDirectory directory = null!;
        await using var host = await StartAsync(new ChatHostSettings
        {
            Arguments = ["Policy:CoolingPeriod=06:00:00"],
            Directory = inner => directory = new FlakyDirectory(inner),
        });
        var chat = host.Chat(host.Somebody());
        await chat.PassesEmailAsync(host.Outbox);
        await chat.Says(() => host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("protected by a waiting time");
        await host.PassAsync(TimeSpan.FromHours(6));
        directory.Silent = true;
        await host.PassAsync(TimeSpan.FromHours(25));
        directory.Silent = false;
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await chat.SeesEver("You were away for a while");
        await chat.Says("reset").Sees("step 1 of 2");
    }

    private async Task<ChatDriver> WaitsAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("protected by a waiting time", "can be chosen from 2 March, 15:00");
        return chat;
    }
}
