using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>A case that was begun in one chat of a person goes on in their other one, by a number that the first shows.</summary>
public sealed partial class MovingBetweenChats : PushScene
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_gates_that_were_passed_stay_passed_and_the_first_chat_loses_the_case(bool isFromTeams)
    {
        var (from, to) = await BegunAsync(isFromTeams);
        var number = await OfferedAsync(from, to);
        await to.Says(number).Sees("We go on here").Sees("Type the code", "Text message");
        await from.Sees("This goes on in your other chat").Says(() => Host.Outbox.CodeAsync(from.Person.Mobile, used: 1)).SeesNo("That is right");
        using var page = await PageDriver.OpenAsync(
            await to.Says(() => Host.Outbox.CodeAsync(to.Person.Mobile, used: 1)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await to.Sees("Your password is changed");
        Assert.Equal("ok", await Host.SignInAsync(to.Person, Steps.GoodPassword));
        Assert.Equal((1, 1), (Host.Count(to.Person, "CaseStarted"), Host.Count(to.Person, "CaseMoved")));
    }

    [Fact]
    public async Task A_registration_goes_on_where_it_was_proved()
    {
        var (slack, teams) = await InBothAsync();
        await teams.BeginsToRegisterAsync();
        var number = await OfferedAsync(teams, slack);
        await slack.Says(number).Sees("We go on here").Sees("Register a method").Says("done").Sees("All set");
        await teams.Sees("This goes on in your other chat");
    }

    [Fact]
    public async Task Whoever_does_not_see_the_first_chat_takes_nothing_from_it()
    {
        var (from, thief) = await BegunAsync(isFromTeams: true);
        var number = await OfferedAsync(from, thief);
        for (var guess = 1; guess <= 3; guess++)
        {
            await thief.Says(Wrong(number, guess)).Sees(guess < 3 ? "Nothing that you began shows that number" : "can no longer go on here");
        }

        await from.Sees("can no longer go on elsewhere");
        await thief.Says("continue").Sees("Continue what you began").Says(number).Sees("Nothing that you began shows that number");
        await from.SeesNo("Do you want to go on");
        Assert.Single(await Host.Outbox.ToAsync(from.Person.Email), mail => mail.Subject == "Somebody tried to take over what you began");
        await from.Says("resend").Sees("Type the code").Says(() => Host.Outbox.CodeAsync(from.Person.Mobile, used: 1)).Sees("Choose your new password");
        Assert.Equal(0, Host.Count(from.Person, "CaseMoved"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_saw_the_number_does_not_take_the_case_back_with_it(bool isFromWeb)
    {
        var (slack, teams) = await InBothAsync();
        string number;
        using var web = Host.Browser();
        if (isFromWeb)
        {
            await web.NamesAsync(slack.Person.UserName);
            number = web.MoveNumber;
            await teams.Says("continue").Sees("Continue what you began elsewhere").Says(number).Sees("We go on here").Sees("step 1 of 2");
        }
        else
        {
            await slack.Says("reset").Sees("step 1 of 2");
            number = await OfferedAsync(slack, teams);
            await teams.Says(number).Sees("We go on here").Sees("step 1 of 2");
        }

        await slack.Says("continue").Sees("Continue what you began elsewhere").Says(number).Sees("Nothing that you began shows that number");
        await teams.Sees("Do you want to go on in Slack");
        Assert.Equal(1, Host.Count(slack.Person, "CaseMoved"));
    }

    [Fact]
    public async Task Nobody_else_takes_it_and_nobody_is_flooded_with_numbers()
    {
        var (from, to) = await BegunAsync(isFromTeams: true);
        var number = await OfferedAsync(from, to);
        var (stranger, _) = await InBothAsync();
        await stranger.Says("continue").Sees("Continue what you began").Says(number).Sees("Nothing that you began shows that number");
        for (var asked = 0; asked < 20; asked++)
        {
            await to.Says("continue").Sees("Continue what you began");
        }

        Assert.InRange(from.All.Count(message => message.Text.Contains("Do you want to go on", StringComparison.Ordinal)), 2, 10);
    }

    [Fact]
    public async Task The_question_in_the_other_chat_is_never_asked_where_the_case_was()
    {
        var (slack, teams) = await LinkedAsync();
        await PassesFirstAsync(teams);
        var number = await OfferedAsync(teams, slack);
        await slack.Says(number).Sees("We go on here").Sees("Type the code", "Text message");
        await slack.Says("push").SeesNo("Type this number");
    }

    private static string Wrong(string right, int by) => ((int.Parse(right) + by) % 10_000).ToString("D4");

    // A reset with its first gate passed.
    private async Task<(ChatDriver From, ChatDriver To)> BegunAsync(bool isFromTeams)
    {
        var (slack, teams) = await InBothAsync();
        var (from, to) = isFromTeams ? (teams, (ChatDriver)slack) : (slack, teams);
        await to.Says("hello").Sees("");
        await from.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code")
            .Says(() => Host.Outbox.CodeAsync(from.Person.Email)).Sees("Type the code", "Text message");
        return (from, to);
    }

    private static async Task<string> OfferedAsync(ChatDriver from, ChatDriver to)
    {
        await to.Says("continue").Sees("Continue what you began elsewhere");
        await from.Sees("Do you want to go on");
        return Shown().Match(from.Seen.Text).Value;
    }

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex Shown();
}
