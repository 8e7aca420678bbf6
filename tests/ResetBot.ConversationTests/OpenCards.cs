using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A host that has sent so much already that cards whose questions are answered by typing keep their buttons.</summary>
public class BusyFixture : HostFixture
{
    protected override ChatHostSettings Settings => new() { Arguments = ["Teams:CardsClosedPerSecond=0", "Slack:CardsClosedPerMinute=0"] };
}

/// <summary>Cards that kept their buttons although their question is over lose them when one is tapped, and do nothing.</summary>
public class OpenCards(BusyFixture fixture) : IClassFixture<BusyFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_card_whose_question_was_answered_by_typing_is_closed_by_the_tap_that_comes_too_late()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("cancel").Sees("Stopped.");
        Assert.DoesNotContain(chat.All, message => message.Replaces);
        await chat.Taps("email").Sees("belongs to a question that is closed").SeesNo("Type the code");
        Assert.Contains("An earlier question", Replacement(chat), StringComparison.Ordinal);
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task An_earlier_card_is_closed_by_its_tap_while_the_newer_question_waits()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Taps("email").Sees("belongs to an earlier question").Sees("Type the code");
        Assert.Contains("An earlier question", Replacement(chat), StringComparison.Ordinal);
        Assert.Equal(1, _host.Count(chat.Person, "CodeSent"));
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task Whoever_taps_twice_keeps_the_note_of_what_was_chosen()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Taps("email").Sees("Type the code");
        Assert.Contains("You chose: email", Replacement(chat), StringComparison.Ordinal);
        await chat.Taps("email").Sees("belongs to an earlier question");
        Assert.DoesNotContain("An earlier question", Replacement(chat), StringComparison.Ordinal);
        Assert.Equal(1, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task A_link_and_its_number_go_whatever_else_is_sent()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ProvesAsync(_host.Outbox);
        await chat.Says("cancel").Sees("Stopped.");
        Assert.Single(chat.All, message => message.Replaces);
    }

    [Fact]
    public async Task A_question_that_was_left_alone_is_closed_whatever_else_is_sent()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await _host.PassAsync(TimeSpan.FromMinutes(16));
        await chat.Sees("This question has run out").Sees("You were away for a while");
    }

    // Teams puts it in the place of the card that was tapped; Slack's is a message that replaces it.
    internal static string Replacement(ChatDriver chat) =>
        (string?)(chat.Answered?["value"] as JsonObject)?["fallbackText"] ?? chat.All.LastOrDefault(message => message.Replaces)?.Text ?? "";
}
