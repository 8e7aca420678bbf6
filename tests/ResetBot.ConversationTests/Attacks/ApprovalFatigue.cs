using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A thief has the manager asked again and again, until they give in or tap the wrong button.</summary>
public sealed class ApprovalFatigue : ApprovalScene
{
    [Fact]
    public async Task New_cases_conversations_and_restarts_give_no_more_questions()
    {
        var manager = Host.Chat(Person.Generated(1));
        await manager.Says("hello").Sees("");
        for (var asked = 0; asked < 3; asked++)
        {
            var chat = Host.Chat(Person.Generated(12));
            await AsksAsync(chat);
            await chat.Says("cancel").Sees("");
        }

        await Host.Chat(Person.Generated(12)).Says("reset").Sees("step 1 of 2").Says("manager").Sees("Others were asked about you several times lately");
        await Host.RestartAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(50));
        await Host.Chat(Person.Generated(12)).Says("reset").Sees("step 1 of 2").Says("manager").Sees("Others were asked about you several times lately");
        Assert.Equal(3, Host.Count(Person.Generated(12), "ApprovalAsked"));
    }

    [Fact]
    public async Task Who_said_no_is_asked_again_only_when_the_person_wants_it()
    {
        await Host.EveryoneFollowsAsync("methodsAllowed: [managerApproval]", "methodsRequiredToReset: 1", "methodsToRegister: 1");
        var manager = Host.Chat(Person.Generated(1));
        await manager.Says("hello").Sees("");
        var chat = Host.Chat(Person.Generated(12));
        await chat.Says("reset").Sees("Tell your manager this number").Says("manager").Sees("I am waiting for the answer");
        await manager.Sees("Is it really").Says("decline").Sees("was not approved");
        await chat.Sees("You were not approved").Sees("step 1 of 1");
        Assert.Equal(1, Host.Count(chat.Person, "ApprovalAsked"));
        await chat.Says("manager").Sees("Tell your manager this number");
        Assert.Equal(2, Host.Count(chat.Person, "ApprovalAsked"));
    }

    [Fact]
    public async Task Tapping_it_away_or_guessing_approves_nothing()
    {
        var (manager, chat, number) = await AskedAsync();
        await manager.Says("yes").SeesNo("can go on");
        await manager.Says("approve").SeesNo("can go on");
        await manager.Says(number == "000" ? "001" : "000").Sees("That was not the number");
        await manager.Says("approvals").Sees("Nothing waits for your approval");
        Assert.Equal(0, Host.Count(chat.Person, "ApprovalGiven"));
    }
}
