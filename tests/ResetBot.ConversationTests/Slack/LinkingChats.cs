using System.Text.Json;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Whose address says nothing in Slack shows once who they are, and is known there from then on.</summary>
public sealed class LinkingChats : LinkScene
{
    [Theory]
    [InlineData("link {0}")]
    [InlineData("Koppla {0}")]
    [InlineData("{0}")]
    [InlineData("/link slack {0}")]
    public async Task A_code_that_was_shown_in_Teams_is_typed_in_Slack_and_everything_goes_there(string typed)
    {
        var (slack, teams) = Unknown();
        await slack.Says("reset").Sees("I find no account for you", "type “link”");
        var code = await CodeAsync(teams);
        await slack.Says(string.Format(null, typed, code)).Sees("From now on I know you here as " + teams.Person.UserName);
        await teams.Sees("Done: " + NameOf(slack));
        await slack.Says("status").Sees("Your account", teams.Person.UserName, "linked on 2 March 2026");
        await slack.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code")
            .Says(() => Host.Outbox.CodeAsync(teams.Person.Email)).Sees("Type the code");
        using var page = await PageDriver.OpenAsync(await slack.Says(() => Host.Outbox.CodeAsync(teams.Person.Mobile)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await slack.Sees("Your password is changed");
        Assert.Equal("ok", await Host.SignInAsync(teams.Person, Steps.GoodPassword));
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("new code")]
    public async Task Where_Slack_is_switched_off_meanwhile_there_is_nothing_to_link(string said)
    {
        var (_, teams) = Unknown();
        await CodeAsync(teams);
        Host.Changed = ["Slack:SigningSecret=", "Slack:BotToken="];
        await Host.RestartAsync();
        await teams.Says(said).Sees("There is no other chat that you could link").Says("status").Sees("Your account");
    }

    [Fact]
    public async Task It_is_known_after_a_restart_and_after_Slack_is_asked_anew()
    {
        var (slack, _) = await LinkedAsync();
        await slack.Says("reset").Sees("step 1 of 2");
        await Host.RestartAsync();
        Host.Clock.Advance(TimeSpan.FromHours(30));
        await slack.Says("status").Sees("Your account", slack.Person.UserName);
    }

    [Fact]
    public async Task Its_owner_is_told_everywhere_and_one_word_stops_it()
    {
        var (slack, teams) = await LinkedAsync();
        await teams.SeesEver($"Another chat was linked with p***@contoso.example: of {NameOf(slack)}. If that was not you, type: not me");
        var mail = Assert.Single(await Host.Outbox.ToAsync(teams.Person.Email), mail => mail.Subject == "Another chat was linked with your account");
        Assert.Contains("somebody in Slack who is called " + NameOf(slack), mail.Text, StringComparison.Ordinal);
        await slack.Says("reset").Sees("step 1 of 2");
        await teams.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await slack.Says("1").Sees("I find no account for you");
        Assert.Equal((1, 1, 0), (Host.Count(teams.Person, "ChatLinked"), Host.Count(teams.Person, "ChatUnlinked"), Host.Count(teams.Person, "CodeSent")));
    }

    [Fact]
    public async Task The_web_page_shows_it_behind_the_gates_of_a_reset()
    {
        var person = Host.Somebody();
        var slack = Host.SlackChat(person);
        slack.User.Email = null;
        await slack.Says("hello").Sees("I am not told who you are", "on my web page");
        using var web = Host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("link");
        await web.SaysAsync(person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await Host.Outbox.CodeAsync(person.Email));
        await web.EntersAsync(await Host.Outbox.CodeAsync(person.Mobile));
        await web.SeesAsync("Link your chat in Slack");
        await slack.Says(DigitsIn(web.Text)).Sees("I know you here as " + person.UserName);
        await web.SeesAsync("Done: " + NameOf(slack));
        await slack.Says("status").Sees("Your account");
    }

    [Fact]
    public async Task A_new_code_takes_the_place_of_the_one_before_and_one_that_was_given_up_is_worth_nothing()
    {
        var (slack, teams) = Unknown();
        var first = await CodeAsync(teams);
        await teams.Says("new code").Sees("Send: link ");
        var second = DigitsIn(teams.Seen.Text);
        await slack.Says("link " + first).Sees("I do not know this code");
        await teams.Says("cancel").Sees("Stopped");
        await slack.Says("link " + second).Sees("I do not know this code");
        var third = await CodeAsync(teams);
        await teams.Says("link " + third).Sees("not here");
        Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await slack.Says("link " + third).Sees("I do not know this code");
        await teams.Says("hm").Sees("The code above is no longer good").Says("link").Sees("Send: link ");
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task What_is_no_code_says_what_one_looks_like_and_where_nothing_is_to_link_is_said_at_once()
    {
        var (slack, teams) = Unknown();
        await slack.Says("link 1234").Sees("no code of 8 digits").Says("link").Sees("type “link”");
        await slack.Says("link " + await CodeAsync(teams)).Sees("I know you here as");
        await slack.Says("link").Sees("I know already who you are here").Says("help").Sees("");
        Assert.Equal(1, Host.Count(teams.Person, "CaseStarted"));
    }

    [Fact]
    public async Task Without_Slack_there_is_nothing_to_link()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { ExtraPeople = 1 });
        await host.Chat(host.Somebody()).Says("link").Sees("There is no other chat").Says("unlink").Sees("No chat is linked");
    }

    [Fact]
    public async Task The_Home_tab_says_how_and_shows_the_account_afterwards()
    {
        var (slack, teams) = Unknown();
        Assert.Contains("type “link”", (await slack.OpensHome()).Text, StringComparison.Ordinal);
        await slack.Says("link " + await CodeAsync(teams)).Sees("I know you here as");
        Assert.Contains(teams.Person.UserName, (await slack.OpensHome()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_says_who_it_is_comes_before_a_link()
    {
        var (slack, _) = await LinkedAsync();
        var another = Host.Somebody();
        slack.User.Email = another.UserName;
        Host.Clock.Advance(TimeSpan.FromHours(1));
        await slack.Says("status").Sees("Your account", another.UserName);
    }

    [Fact]
    public async Task It_is_in_what_is_handed_over_and_is_erased_with_the_rest()
    {
        var (slack, teams) = await LinkedAsync();
        using var proof = await PageDriver.OpenAsync(await teams.Says("export my data").Sees("First show that it is you"));
        await proof.SubmitAsync(("oldPassword", teams.Person.Password));
        using var file = await PageDriver.OpenAsync(await teams.Sees("Your data"));
        await file.SubmitAsync();
        var linked = JsonDocument.Parse(file.Html).RootElement.GetProperty("recovery").GetProperty("linked").EnumerateArray().Single();
        Assert.Equal(NameOf(slack), linked.GetProperty("name").GetString());
        using var page = await PageDriver.OpenAsync(await teams.Says("erase my data").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", teams.Person.Password));
        await teams.Sees("Erase what I keep").Says("1").Sees("Your data is erased");
        await slack.Says("status").Sees("I find no account for you");
    }

    [Fact]
    public async Task It_is_told_in_the_linked_chat_before_its_first_word_what_is_done_elsewhere()
    {
        var (slack, teams) = Unknown();
        await slack.Says("link " + await CodeAsync(teams)).Sees("I know you here as");
        await teams.ResetsAsync(Host.Outbox, Steps.GoodPassword);
        await slack.Sees("was reset", "type: not me");
    }

    [Fact]
    public async Task An_owner_who_is_known_in_Slack_already_hears_there_of_another_one_who_is_linked()
    {
        var person = Host.Somebody();
        var own = Host.SlackChat(person);
        await own.Says("hello").Sees("");
        var (thief, _) = Unknown();
        await thief.Says("link " + await CodeAsync(Host.Chat(person))).Sees("I know you here as");
        await own.Sees("Another chat was linked with", NameOf(thief), "not me");
        await Host.Chat(person).ResetsAsync(Host.Outbox, Steps.GoodPassword);
        await own.Sees("was reset", "type: not me").Says("unlink").Sees("no longer counts as you");
        await thief.Sees("The link of this chat was ended");
        Assert.Single(await Host.Outbox.ToAsync(person.Email), mail => mail.Subject == "A chat is no longer linked with your account");
    }

    [Fact]
    public async Task Words_in_between_leave_the_code_as_it_is_and_link_does_not_throw_away_a_reset()
    {
        var (slack, teams) = Unknown();
        var code = await CodeAsync(teams);
        await teams.Says("help").Sees("The code above waits").Says("thanks").Sees("The code above waits");
        await slack.Says("link " + code).Sees("I know you here as");
        await teams.Says("reset").Sees("step 1 of 2").Says("link").Sees("You are at something else").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_link_that_is_taken_to_the_chat_that_it_is_for_is_over()
    {
        var (slack, _) = await LinkedAsync();
        using var web = Host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("link");
        await web.SaysAsync(slack.Person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await Host.Outbox.CodeAsync(slack.Person.Email));
        var number = web.MoveNumber;
        await web.EntersAsync(await Host.Outbox.CodeAsync(slack.Person.Mobile));
        await web.SeesAsync("Link your chat in Slack");
        var code = DigitsIn(web.Text);
        await slack.Says("continue").Sees("Continue").Says(number).Sees("I know already who you are here");
        var (other, _) = Unknown();
        await other.Says("link " + code).Sees("I do not know this code");
    }
}
