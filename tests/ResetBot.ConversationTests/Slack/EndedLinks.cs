using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Once a link is ended nobody is served by it, and nothing that was begun by it goes on.</summary>
public sealed class EndedLinks : LinkScene
{
    [Fact]
    public async Task Not_me_in_the_linked_chat_itself_ends_it_too_and_nothing_is_linked_while_recovery_is_stopped()
    {
        var (slack, teams) = await LinkedAsync();
        await slack.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await slack.Says("status").Sees("I find no account for you");
        await teams.Says("link").Sees("its owner said").SeesNo("First show");
    }

    [Fact]
    public async Task A_code_that_was_shown_before_a_stop_links_nobody()
    {
        var (slack, teams) = Unknown();
        var code = await CodeAsync(teams);
        await teams.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await slack.Says("link " + code).Sees("I do not know this code");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_word_ends_it_in_either_chat_and_what_was_begun_there_is_over(bool isInSlack)
    {
        var (slack, teams) = await LinkedAsync();
        await slack.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await Host.Outbox.CodeAsync(slack.Person.Email);
        await (isInSlack ? slack : teams).Says("unlink").Sees("no longer counts as you in Slack");
        await slack.Says(code).Sees("I find no account for you").SeesNo("That is right");
        await teams.Says("unlink").Sees("No chat is linked with your account").Says("status").Sees("Your account").SeesNo("“unlink” ends it");
        Assert.Equal(1, Host.Count(slack.Person, "GatePassed"));
    }

    [Fact]
    public async Task What_was_begun_before_it_was_ended_does_not_go_on_when_somebody_else_is_linked_there()
    {
        var (slack, teams) = await LinkedAsync();
        await slack.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await Host.Outbox.CodeAsync(slack.Person.Email);
        await teams.Says("unlink").Sees("no longer counts as you");
        var other = Host.Chat(Host.SlackChat(Host.Somebody()).Person);
        await slack.Says("link " + await CodeAsync(other)).Sees("I know you here as " + other.Person.UserName);
        await slack.Says(code).SeesNo("That is right");
        await slack.Says("status").Sees("Your account", other.Person.UserName);
        Assert.Equal(1, Host.Count(teams.Person, "GatePassed"));
    }

    [Fact]
    public async Task What_was_begun_in_a_linked_chat_goes_no_further_once_the_link_is_ended_whatever_comes()
    {
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, sms, managerApproval]");
        var manager = Host.Chat(Host.SlackChat(Person.Generated(2)).Person);
        await manager.Says("hello").Sees("");
        var (slack, teams) = await LinkedAsync(Person.Generated(25));
        await slack.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await slack.Says(() => Host.Outbox.CodeAsync(slack.Person.Email)).Sees("step 2 of 2").Says("manager").Sees("Tell your manager this number");
        var number = ApprovalScene.NumberIn(slack.Seen.Text);
        await teams.Says("unlink").Sees("no longer counts as you");
        await slack.Sees("The link of this chat was ended");
        await manager.Sees("Is it really").Says(number).SeesNo("can go on");
        await Host.PassAsync(TimeSpan.FromHours(1));
        await slack.SeesNo();
    }

    [Fact]
    public async Task A_page_that_was_opened_from_a_linked_chat_is_closed_with_the_link()
    {
        var (slack, teams) = await LinkedAsync();
        await slack.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code")
            .Says(() => Host.Outbox.CodeAsync(teams.Person.Email)).Sees("Type the code");
        using var page = await PageDriver.OpenAsync(await slack.Says(() => Host.Outbox.CodeAsync(teams.Person.Mobile)).Sees("Choose your new password"));
        await teams.Says("unlink").Sees("no longer counts as you");
        await page.SubmitAsync(("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        Assert.Equal("ok", await Host.SignInAsync(teams.Person, teams.Person.Password));
        Assert.Equal(0, Host.Count(teams.Person, "ResetDone"));
    }

    [Fact]
    public async Task Unlink_as_the_very_first_word_leaves_nothing_of_the_account_there()
    {
        var (slack, teams) = Unknown();
        await slack.Says("link " + await CodeAsync(teams)).Sees("I know you here as").Says("unlink").Sees("no longer counts as you");
        await teams.ResetsAsync(Host.Outbox, Steps.GoodPassword);
        await slack.SeesNo();
    }

    [Fact]
    public async Task The_upkeep_ends_links_of_accounts_that_are_gone_also_for_the_day_when_they_are_back()
    {
        var (slack, teams) = await LinkedAsync();
        var account = new AccountId("demo", teams.Person.ObjectId);
        Directory.Gone.Add(account);
        Host.Clock.Advance(TimeSpan.FromHours(25));
        await Host.KeepUpAsync();
        await slack.Sees("The link of this chat was ended");
        Directory.Gone.Remove(account);
        await teams.ResetsAsync(Host.Outbox, Steps.GoodPassword);
        await slack.SeesNo();
        Assert.Equal(1, Host.Count(teams.Person, "ChatUnlinked"));
    }

    [Theory]
    [InlineData("unlink", "No chat is linked")]
    [InlineData("not me", "Stop recovery")]
    public async Task Whoever_thinks_better_of_it_makes_a_code_worthless_that_was_shown(string word, string said)
    {
        var (slack, teams) = Unknown();
        var code = await CodeAsync(teams);
        await teams.Says(word).Sees(said);
        await (word == "unlink" ? teams.SeesNo("Send: link ") : teams.Says("1").Sees("Recovery of your account is stopped"));
        await slack.Says("link " + code).Sees("I do not know this code");
    }

    [Fact]
    public async Task A_mention_after_the_end_of_a_link_does_not_give_the_chat_back()
    {
        var (slack, teams) = await LinkedAsync();
        await slack.PostAsync(SlackWire.Mention(slack.User, "C0GENERAL", "help"));
        await Host.QuietAsync();
        await teams.Says("unlink").Sees("no longer counts as you");
        await slack.Sees("The link of this chat was ended");
        await slack.PostAsync(SlackWire.Mention(slack.User, "C0GENERAL", "help"));
        await Host.QuietAsync();
        await teams.ResetsAsync(Host.Outbox, Steps.GoodPassword);
        await slack.SeesNo("was reset");
    }

    [Fact]
    public async Task The_Home_tab_of_an_ended_link_shows_nothing_of_the_account_any_more_and_that_of_its_owner_is_drawn_anew()
    {
        var person = Host.Somebody();
        var own = Host.SlackChat(person);
        var (linked, _) = Unknown();
        await linked.Says("link " + await CodeAsync(Host.Chat(person))).Sees("I know you here as");
        Assert.Contains(person.UserName, (await linked.OpensHome()).Text, StringComparison.Ordinal);
        Assert.Contains("“unlink” ends it", (await own.OpensHome()).Text, StringComparison.Ordinal);
        await own.Says("unlink").Sees("no longer counts as you");
        await Host.QuietAsync();
        Assert.DoesNotContain(person.UserName, linked.Home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“unlink” ends it", own.Home.Text, StringComparison.Ordinal);
    }
}
