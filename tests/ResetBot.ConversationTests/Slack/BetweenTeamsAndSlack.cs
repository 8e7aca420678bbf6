using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The same people in both chats: what is begun in one is known in the other.</summary>
public sealed class BetweenTeamsAndSlack : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Not_me_in_Slack_stops_what_somebody_does_in_Teams_and_the_other_way_round()
    {
        foreach (var ownerIsInSlack in (bool[])[true, false])
        {
            var (inSlack, inTeams) = Both(_host.Somebody());
            var (owner, thief) = ownerIsInSlack ? (inSlack, inTeams) : (inTeams, inSlack);
            await thief.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
            var code = await _host.Outbox.CodeAsync(owner.Person.Email);
            await owner.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
            await thief.Says(code).SeesNo("That is right");
            await thief.Says("reset").Sees("its owner said");
            Assert.Equal(0, _host.Count(owner.Person, "GatePassed"));
        }
    }

    [Fact]
    public async Task What_is_done_in_one_chat_is_told_in_the_other_and_stopped_there()
    {
        var (slack, teams) = Both(_host.Somebody());
        await slack.Says("hello").Sees("");
        await teams.Says("hello").Sees("");
        await teams.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(teams.Person.Email)).Sees("Type the code");
        using var page = await PageDriver.OpenAsync(await teams.Says(() => _host.Outbox.CodeAsync(teams.Person.Mobile)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await teams.Sees("Your password is changed");
        await slack.Sees("The password of p***@contoso.example was reset. If that was not you, type: not me");
        await teams.SeesNo("was reset");
        await slack.Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await teams.Sees("Recovery of p***@contoso.example is stopped, because somebody said").SeesNo("type: not me");
        Assert.Equal(1, _host.Count(slack.Person, "RecoveryFrozen"));
    }

    [Fact]
    public async Task A_manager_in_Teams_approves_somebody_in_Slack_and_the_other_way_round()
    {
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, sms, managerApproval]");
        foreach (var (who, managerIsInSlack) in ((int, bool)[])[(25, false), (37, true)])
        {
            var report = Both(Person.Generated(who));
            var above = Both(Person.Generated(who / 10));
            var (chat, manager) = managerIsInSlack ? (report.Teams, above.Slack) : (report.Slack, above.Teams);
            await manager.Says("hello").Sees("");
            await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
            var number = ApprovalScene.NumberIn(chat.Seen.Text);
            await manager.Sees("Is it really").Says(number).Sees("can go on");
            await chat.Sees("You were approved").Sees("step 2 of 2");
        }
    }

    [Fact]
    public async Task One_person_in_two_chats_has_one_budget_of_cases()
    {
        var (slack, teams) = Both(_host.Somebody());
        for (var begun = 0; begun < 10; begun++)
        {
            await (begun % 2 == 0 ? slack : teams).Says("reset").Sees("step 1 of 2");
        }

        await slack.Says("reset").Sees("You have begun very often");
        await teams.Says("reset").Sees("You have begun very often");
    }

    // A person's first chat of a story is in Slack, the next one in Teams.
    private (ChatDriver Slack, ChatDriver Teams) Both(Person person) => (_host.Chat(person), _host.Chat(person));
}
