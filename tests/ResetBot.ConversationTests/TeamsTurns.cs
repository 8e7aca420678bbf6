using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What only clients of Teams do.</summary>
public sealed class TeamsTurns(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_tapped_button_is_answered_by_the_card_that_takes_its_place()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Taps("email").Sees("Type the code");
        Assert.Equal(200, chat.Answered!["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", chat.Answered["type"]!.GetValue<string>());
        Assert.Contains("You chose: email", chat.Answered["value"]!["fallbackText"]!.GetValue<string>(), StringComparison.Ordinal);
        await chat.Fills("000000").Sees("That code is not right");
        Assert.Equal("application/vnd.microsoft.activity.message", chat.Answered["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_client_without_universal_actions_answers_by_submit()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await chat.SendAsync(chat.Dress(TeamsWire.Submit(chat.ButtonFor("email").DeepClone())));
        await chat.Sees("Type the code", "E-mail");
        var typed = chat.ButtonFor("submit").DeepClone().AsObject();
        typed["input"] = await _host.Outbox.CodeAsync(chat.Person.Email);
        await chat.SendAsync(chat.Dress(TeamsWire.Submit(typed)));
        await chat.Sees("That is right");
    }

    [Fact]
    public async Task Edited_messages_and_attachments_are_answered_and_change_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        // An edited message comes with the id of the message that it edits.
        var said = chat.Message("status");
        await chat.SendAsync(said);
        await chat.Sees("Your account").Sees("step 1 of 2");
        await chat.SendAsync(chat.Dress(TeamsWire.Activity("messageUpdate")).With("text", "email").With("id", said["id"]!.GetValue<string>()));
        await chat.Sees("I can only read words").Sees("step 1 of 2");
        await chat.SendAsync(chat.Message("").With("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/png" })));
        await chat.Sees("I can only read words").Sees("step 1 of 2");
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
    }
}
