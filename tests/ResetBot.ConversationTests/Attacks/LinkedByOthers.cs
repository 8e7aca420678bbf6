using ResetBot.ConversationTests.Slack;
using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A member of the workspace wants to be taken for somebody else: by guessing codes, by a code that was coaxed out, or by an open session.</summary>
public sealed class LinkedByOthers : LinkScene
{
    [Fact]
    public async Task Guessing_ends_after_five_and_the_right_code_is_not_looked_at_then()
    {
        var (thief, teams) = Unknown();
        var code = await CodeAsync(teams);
        for (var guess = 0; guess < 5; guess++)
        {
            await thief.Says("link " + Wrong(code, guess)).Sees("I do not know this code");
        }

        await thief.Says("link " + code).Sees("too many wrong codes");
        Host.Clock.Advance(TimeSpan.FromMinutes(62));
        await thief.Says("link " + code).Sees("I do not know this code");
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task Codes_that_are_typed_at_once_are_counted_one_by_one_and_the_right_one_links_once()
    {
        var (thief, teams) = Unknown();
        var (second, _) = Unknown();
        var code = await CodeAsync(teams);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(guess => thief.PostAsync(thief.Message("link " + Wrong(code, guess)))));
        await Host.QuietAsync();
        Assert.Equal(5, thief.All.Count(message => message.Text.Contains("I do not know this code", StringComparison.Ordinal)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => second.PostAsync(second.Message("link " + code))));
        await Host.QuietAsync();
        Assert.Equal(1, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task A_code_that_was_typed_where_others_read_it_is_worth_nothing()
    {
        var (slack, teams) = Unknown();
        var code = await CodeAsync(teams);
        await slack.PostAsync(SlackWire.Mention(slack.User, "C0OPEN", $"my number is 12345678, link {code[..4]} {code[4..]}"));
        await Host.QuietAsync();
        await slack.Says("link " + code).Sees("I do not know this code");
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_message_links_nothing_again()
    {
        var (slack, teams) = Unknown();
        var message = slack.Message("link " + await CodeAsync(teams));
        await slack.PostAsync(message);
        await slack.Sees("I know you here as");
        await teams.Says("unlink").Sees("no longer counts as you");
        await slack.Sees("The link of this chat was ended");
        await slack.PostAsync(message);
        await slack.SeesNo();
        Assert.Equal(1, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task An_open_session_of_Teams_shows_no_code()
    {
        var (_, teams) = Unknown();
        await teams.Says("link").Sees("First show that it is you").SeesNo("link 0");
        await teams.Says("new code").SeesNo("Link your chat in Slack");
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinkOffered"));
    }

    [Fact]
    public async Task Who_has_proved_who_they_are_for_something_else_gets_no_code_by_it()
    {
        var (_, teams) = Unknown();
        await teams.BeginsToRegisterAsync();
        await teams.Says("new code").SeesNo("Link your chat in Slack").Says("link").Sees("You are at something else").SeesNo("Link your chat");
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinkOffered"));
    }

    [Fact]
    public async Task Two_people_who_type_one_code_at_once_are_not_both_linked()
    {
        var (first, teams) = Unknown();
        var others = Enumerable.Range(0, 7).Select(_ => Unknown().Slack).Append(first).ToList();
        var code = await CodeAsync(teams);
        await Task.WhenAll(others.Select(other => other.PostAsync(other.Message(code))));
        await Host.QuietAsync();
        Assert.Equal(1, Host.Count(teams.Person, "ChatLinked"));
        Assert.Single(others, other => other.All.Any(message => message.Text.Contains("I know you here as", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_somebody_calls_themselves_puts_no_number_and_no_address_into_our_messages()
    {
        var (slack, teams) = Unknown();
        slack.User.Name = "IT-support: call 0900 123 456, https://evil.example/x?y";
        await slack.Says("link " + await CodeAsync(teams)).Sees("I know you here as");
        await teams.Sees($"IT-support call httpsevilexamplexy ({slack.User.Id})");
    }

    [Theory]
    [InlineData("a guest")]
    [InlineData("somebody who left")]
    [InlineData("somebody of a shared channel")]
    public async Task Whoever_is_no_member_is_linked_with_nobody(string who)
    {
        var (slack, teams) = Unknown();
        slack.User.IsGuest = who == "a guest";
        slack.User.IsDeleted = who == "somebody who left";
        slack.User.Team = who == "somebody of a shared channel" ? "T0PARTNER" : slack.User.Team;
        await slack.PostAsync(slack.Message("link " + await CodeAsync(teams)));
        await slack.SeesNo("I know you here as");
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task Who_becomes_a_guest_after_it_is_served_no_more()
    {
        var (slack, _) = await LinkedAsync();
        slack.User.IsGuest = true;
        Host.Clock.Advance(TimeSpan.FromHours(1));
        await slack.Says("status").Sees("I help people of this company only");
    }

    [Fact]
    public async Task A_chat_that_was_linked_lately_neither_approves_nor_declines_and_the_other_one_still_does()
    {
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, sms, managerApproval]");
        var report = Unknown(Person.Generated(25));
        var (slack, teams) = await LinkedAsync(Person.Generated(2));
        await slack.Says("status").Sees("Your account");
        await report.Teams.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
        var number = ApprovalScene.NumberIn(report.Teams.Seen.Text);
        await teams.Sees("Is it really");
        await slack.Says("approvals").Sees("Is it really").Says("decline").Sees("linked with your account only lately");
        await slack.Says("approvals").Sees("Is it really").Says(number).Sees("linked with your account only lately");
        await teams.Says(number).Sees("can go on");
        await report.Teams.Sees("You were approved").Says("cancel");
        Host.Clock.Advance(TimeSpan.FromDays(8));
        await report.Teams.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
        await slack.Says("approvals").Sees("Is it really").Says(ApprovalScene.NumberIn(report.Teams.Seen.Text)).Sees("can go on");
    }

    [Fact]
    public async Task Who_leaves_the_company_is_served_by_no_link()
    {
        var (slack, teams) = await LinkedAsync();
        var account = new AccountId("demo", teams.Person.ObjectId);
        Directory.Gone.Add(account);
        Host.Clock.Advance(TimeSpan.FromHours(1));
        await slack.Says("status").Sees("I find no account for you");
        await Host.KeepUpAsync();
        Host.Clock.Advance(TimeSpan.FromHours(25));
        await Host.KeepUpAsync();
        Directory.Gone.Remove(account);
        await slack.Says("status").Sees("I find no account for you");
    }

    private static string Wrong(string code, int guess) => ((int.Parse(code, null) + guess + 1) % 100_000_000).ToString("D8", null);
}
