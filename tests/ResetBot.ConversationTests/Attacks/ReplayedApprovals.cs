using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>What a manager answered once is delivered again, to another question or about another person.</summary>
public sealed class ReplayedApprovals : ApprovalScene
{
    [Fact]
    public async Task A_card_that_was_answered_before_answers_no_later_question()
    {
        var (manager, chat, number) = await AskedAsync();
        var old = manager.ButtonFor("submit").DeepClone().AsObject();
        old["input"] = number;
        await manager.SendAsync(manager.Tap(old));
        await chat.SeesEver("You were approved");
        Assert.Equal(1, Host.Count(chat.Person, "GatePassed"));
        await chat.Says("cancel").Sees("");

        // The thief asks anew and has the old answer delivered once more, by its card and in the old words.
        Assert.SkipWhen(await AsksAsync(Host.Chat(chat.Person)) == number, "Both questions drew the same number.");
        await manager.SendAsync(manager.Tap(old));
        await manager.SendAsync(manager.Tap(old));
        Assert.Equal(1, Host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task The_card_of_one_report_does_not_approve_another()
    {
        var (manager, chat, number) = await AskedAsync();
        var card = manager.ButtonFor("submit").DeepClone().AsObject();
        card["input"] = number;
        await manager.Says("decline").Sees("was not approved");
        var other = Host.Chat(Person.Generated(13));
        var otherNumber = await AsksAsync(other);
        await manager.SendAsync(manager.Tap(card));
        Assert.Equal(0, Host.Count(chat.Person, "GatePassed"));
        Assert.Equal(otherNumber == number ? 1 : 0, Host.Count(other.Person, "GatePassed"));
    }
}
