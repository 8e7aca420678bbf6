using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>People prove a recovery in one chat by a number that they type in their other chat.</summary>
public sealed class Pushing : PushScene
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_other_chat_is_the_second_gate_of_a_reset(bool isInTeams)
    {
        var (slack, teams) = await LinkedAsync();
        var (here, other) = isInTeams ? (teams, (ChatDriver)slack) : (slack, teams);
        var number = await AsksAsync(here);
        await other.Sees("Is it you?", isInTeams ? "acts as you in Microsoft Teams" : "acts as you in Slack", "reset your password")
            .Says(number).Sees("Thank you. You can go on in");
        using var page = await PageDriver.OpenAsync(await here.Sees("You were approved").Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await here.Sees("Your password is changed");
        Assert.Equal("ok", await Host.SignInAsync(here.Person, Steps.GoodPassword));
        Assert.Equal(2, Host.Count(here.Person, "PushGiven"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_chat_is_registered_from_the_other_and_counts_a_day_later(bool isInTeams)
    {
        var (slack, teams) = await InBothAsync();
        var (here, other) = isInTeams ? (teams, (ChatDriver)slack) : (slack, teams);
        await here.Says("hello").Sees("");
        await other.Says("hello").Sees("");
        await LinkAsync(other, here);
        await here.Says("done").Sees("All set");
        await here.Says("reset").Sees("step 1 of 2", "Question in your other chat", "was added lately and counts from");
        await here.Says("cancel").Sees("");
        Host.Clock.Advance(TimeSpan.FromHours(25));
        await other.Says("status").Sees("Question in your other chat: ", "Slack");
        await here.Says("reset").Sees("step 1 of 2", "Question in your other chat");
    }

    [Fact]
    public async Task On_the_web_page_it_is_neither_asked_nor_registered()
    {
        var (slack, _) = await LinkedAsync();
        using var web = Host.Browser();
        await web.NamesAsync(slack.Person.UserName);
        Assert.DoesNotContain("other chat", web.Latest, StringComparison.Ordinal);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await Host.Outbox.CodeAsync(slack.Person.Email));
        await web.SeesAsync("Type the code");
        await web.SaysAsync("push");
        Assert.Equal(1, Host.Count(slack.Person, "PushAsked"));
    }

    [Fact]
    public async Task A_button_answers_it_and_what_was_asked_before_is_asked_again()
    {
        var (slack, teams) = await LinkedAsync();
        await slack.Says("unlock").Sees("");
        await slack.Says("register").Sees("First show that it is you");
        var number = await AsksAsync(teams);
        await slack.Sees("Is it you?").Fills(number).Sees("Thank you. You can go on in").Sees("The secure page waits for you");
        await teams.Sees("You were approved").Sees("Choose your new password");
    }

    [Fact]
    public async Task An_answer_that_comes_just_before_the_time_is_over_counts_whatever_is_heard_first()
    {
        var (slack, teams) = await InBothAsync();
        await teams.BeginsToRegisterAsync();
        await teams.Says("push").Sees("Type this number in");
        await slack.Sees("Is it you?").Says(ApprovalScene.NumberIn(teams.Seen.Text)).Sees("You can go on in Microsoft Teams");
        await teams.Sees("Registered").Says("hello?").Sees("Register a method").Says("done").Sees("All set");
        Assert.Equal(1, Host.Count(teams.Person, "MethodAdded"));
    }

    [Fact]
    public async Task What_is_gone_lets_the_question_below_it_be_answered()
    {
        var (slack, teams) = await LinkedAsync();
        await slack.Says("reset").Sees("step 1 of 2");
        await AsksAsync(teams);
        await slack.Sees("Is it you?");
        await teams.Says("cancel").Sees("Stopped");
        await slack.Says("help").Sees("What I can do").Sees("Nothing waits for your answer");
        await slack.Says("email").Sees("Type the code");
    }

    [Fact]
    public async Task Whoever_has_written_in_one_chat_only_is_told_what_to_do()
    {
        var person = Host.Somebody();
        Host.Slack!.Join(person);
        var teams = Host.Chat(person);
        await teams.BeginsToRegisterAsync();
        await teams.Says("push").Sees("I know no other chat of yours").Sees("Register a method");
        Assert.Equal(0, Host.Count(teams.Person, "PushAsked"));
    }

    [Fact]
    public async Task A_chat_that_was_left_is_not_offered()
    {
        var (slack, teams) = await LinkedAsync();
        slack.User.IsDeleted = true;
        Host.Slack!.Script("chat.postMessage", "channel_not_found");
        await slack.Says("help").SeesNo();
        await teams.Says("reset").Sees("step 1 of 2", "there is no other chat of yours");
    }

    [Fact]
    public async Task What_is_asked_in_Swedish_is_Swedish()
    {
        var person = Host.Somebody();
        var (slack, teams) = (Host.SlackChat(person, "sv-SE"), Host.Chat(person, "sv-SE"));
        await slack.Says("hej").Sees("");
        await teams.Says("registrera").Sees("Visa först att det är du");
        using var page = await PageDriver.OpenAsync(teams.Seen);
        await page.SubmitAsync(("oldPassword", person.Password));
        await teams.Sees("Registrera en metod").Says("chatten").Sees("Skriv det här talet i Slack");
        await slack.Sees("Är det du?").Says("avböj").Sees("skriv inte jag");
        await teams.Sees("Det bekräftades inte där").Sees("Registrera en metod");
    }
}
