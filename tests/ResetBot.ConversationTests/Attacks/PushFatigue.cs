using ResetBot.ConversationTests.Slack;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody has an open session of a person's chat, and wants their other chat to say yes.</summary>
public sealed class PushFatigue : PushScene
{
    [Fact]
    public async Task Nobody_is_asked_until_they_give_in()
    {
        var (slack, teams) = await LinkedAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(11));
        await PassesFirstAsync(teams);
        for (var asked = 0; asked < 3; asked++)
        {
            await teams.Says("push").Sees("Type this number in").Says("other method").Sees("step 2 of 2");
        }

        await teams.Says("push").Sees("You were asked in your other chat several times lately").Sees("Type the code");
        await Host.RestartAsync();
        await teams.Says("cancel").Sees("");
        await PassesFirstAsync(teams);
        await teams.Says("push").Sees("You were asked in your other chat several times lately");
        Assert.Equal(4, Host.Count(slack.Person, "PushAsked"));
    }

    [Fact]
    public async Task A_no_ends_it_counts_as_a_wrong_answer_and_is_not_asked_again_by_itself()
    {
        var (slack, teams) = await LinkedAsync();
        await AsksAsync(teams);
        await slack.Sees("Is it you?").Taps("decline").Sees("that goes no further", "not me");
        await teams.Sees("It was not confirmed there").Sees("step 2 of 2");
        Assert.Equal(2, Host.Count(slack.Person, "PushAsked"));
        Assert.Equal(1, Host.Count(slack.Person, "CodeWrong"));
        await slack.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await teams.Says("sms").SeesNo("Type the code");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("It is me")]
    [InlineData("ok 12")]
    public async Task Tapping_it_away_approves_nothing(string words)
    {
        var (slack, teams) = await LinkedAsync();
        await AsksAsync(teams);
        await slack.Sees("Is it you?").Says(words).Sees("no number of three digits");
        Assert.Equal(1, Host.Count(slack.Person, "PushGiven"));
    }

    [Fact]
    public async Task A_wrong_number_ends_it_and_the_number_of_an_earlier_question_is_wrong()
    {
        var (slack, teams) = await LinkedAsync();
        var first = await AsksAsync(teams);
        await slack.Sees("Is it you?");
        await teams.Says("other method").Sees("step 2 of 2");
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await teams.Says("push").Sees("Type this number in");
        var second = ApprovalScene.NumberIn(teams.Seen.Text);
        await slack.Sees("Is it you?").Says(first == second ? (first == "000" ? "001" : "000") : first).Sees("That was not the number");
        await slack.Says(second).SeesNo("Thank you. You can go on");
        await teams.Sees("It was not confirmed there");
        Assert.Equal(1, Host.Count(slack.Person, "PushGiven"));
    }

    [Fact]
    public async Task Whoever_reads_the_number_cannot_type_it_where_it_stands()
    {
        var (slack, teams) = await LinkedAsync();
        var number = await AsksAsync(teams);
        await teams.Says(number).SeesNo("You were approved");
        var another = Host.Chat(slack.Person);
        await another.Says(number).SeesNo("Thank you");
        Assert.Equal(1, Host.Count(slack.Person, "PushGiven"));
    }

    [Fact]
    public async Task After_a_minute_no_number_is_right()
    {
        var (slack, teams) = await LinkedAsync();
        var number = await AsksAsync(teams);
        await slack.Sees("Is it you?");
        await Host.PassAsync(TimeSpan.FromSeconds(61));
        await teams.Sees("Nobody answered in time").Sees("step 2 of 2");
        await slack.Says(number).SeesNo("Thank you. You can go on");
        Assert.Equal(1, Host.Count(slack.Person, "PushGiven"));
    }

    [Fact]
    public async Task It_is_never_the_only_gate()
    {
        var (slack, teams) = await LinkedAsync();
        await Host.LocksAsync(slack.Person);
        await teams.Says("unlock").Sees("step 1 of 1", "Question in your other chat", "never by itself").Says("push").Sees("did not understand");
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, pushApproval]");
        await teams.Says("reset").Sees("step 1 of 2").Says("push").Sees("Type this number in");
        await slack.Sees("Is it you?").Says(ApprovalScene.NumberIn(teams.Seen.Text)).Sees("Thank you. You can go on");
        await teams.Sees("You were approved").Sees("Type the code");
        Assert.Equal(2, Host.Count(slack.Person, "PushAsked"));
    }

    [Fact]
    public async Task Beside_the_password_which_may_open_both_chats_it_counts_for_nothing()
    {
        var (slack, teams) = await LinkedAsync();
        await teams.BeginsToRegisterAsync();
        await teams.Says("one more").Sees("step 2 of 2", "never by itself").Says("push").Sees("did not understand");
        Assert.Equal(1, Host.Count(slack.Person, "PushAsked"));
    }

    [Fact]
    public async Task A_chat_that_came_to_the_account_later_has_no_other_one_asked()
    {
        var (slack, teams) = await LinkedAsync();
        var thief = Host.SlackChat(Host.Somebody());
        thief.User.Email = slack.Person.UserName;
        await thief.Says("status").Sees("Your account", slack.Person.UserName);
        await thief.Says("reset").Sees("step 1 of 2", "there is no other chat of yours");
        await teams.SeesNo("Is it you?");
        Assert.Equal(1, Host.Count(slack.Person, "PushAsked"));
    }

    [Fact]
    public async Task A_chat_that_became_somebody_elses_is_asked_nothing()
    {
        var (slack, teams) = await LinkedAsync();
        slack.User.Email = Host.Somebody().UserName;
        await slack.Says("hello").Sees("");
        await teams.Says("reset").Sees("step 1 of 2", "there is no other chat of yours").Says("push").Sees("did not understand");
        Assert.Equal(1, Host.Count(teams.Person, "PushAsked"));
    }

    [Fact]
    public async Task What_was_not_confirmed_is_not_registered()
    {
        var (slack, teams) = await InBothAsync();
        await teams.BeginsToRegisterAsync();
        await teams.Says("push").Sees("Type this number in");
        await teams.Says("other method").Sees("Register a method").Says("email").Sees("Which e-mail address?").Says("a.thief@private.example").Sees("Type the code");
        await slack.Says(ApprovalScene.NumberIn("Number: 000")).SeesNo("Thank you. You can go on");
        Assert.Equal(0, Host.Count(slack.Person, "MethodAdded"));
        Assert.Equal(0, Host.Count(slack.Person, "MethodReplaced"));
    }
}
