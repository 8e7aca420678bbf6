using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Buttons are tapped that no card had, or that stand on a card of somebody else.</summary>
public sealed class ForgedCardActions(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Nobody_else_can_answer_in_a_persons_conversation()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(chat.Person.Email);
        var other = _host.Chat(_host.Somebody(), "en-US", chat.Conversation);
        await other.SendAsync(other.Message(code));
        await other.Sees("Let's talk privately").SeesNo("That is right");
        var (_, answer) = await other.SendAsync(other.Tap(chat.ButtonFor("resend")));
        Assert.Contains("talk privately", answer!["value"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, _host.Count(chat.Person, "CodeSent"));
        await chat.Says(code).Sees("That is right");
    }

    [Theory]
    [InlineData("authenticator")]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("new link")]
    [InlineData("proved")]
    [InlineData("Email/1")]
    [InlineData("../email")]
    [InlineData("{\"choice\":\"sms\"}")]
    [InlineData("email\u0000")]
    public async Task A_choice_that_was_not_offered_is_none(string choice)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var forged = chat.ButtonFor("email").DeepClone().AsObject();
        forged["choice"] = choice;
        await SendBothWaysAsync(chat, forged);
        if (choice != "email\u0000")
        {
            Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
        }

        await GoesOnAsync(chat);
    }

    [Fact]
    public async Task What_else_a_button_claims_is_not_read()
    {
        var (chat, victim) = (_host.Chat(_host.Somebody()), _host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var forged = chat.ButtonFor("email").DeepClone().AsObject();
        foreach (var name in (string[])["account", "objectId", "aadObjectId", "userName", "owner", "case", "caseId", "to", "address", "destination"])
        {
            forged[name] = victim.ObjectId;
        }

        forged["gates"] = new JsonArray("email", "sms");
        forged["verified"] = true;
        await chat.SendAsync(chat.Tap(forged));
        await chat.Sees("Type the code", "E-mail");
        Assert.Empty(_host.Audit(victim));
        Assert.Equal(0, _host.Count(chat.Person, "GatePassed"));
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task A_button_of_another_persons_card_does_nothing_in_either_conversation()
    {
        var (victim, thief) = (_host.Chat(_host.Somebody()), _host.Chat(_host.Somebody()));
        await victim.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await thief.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var taken = victim.ButtonFor("submit").DeepClone().AsObject();
        foreach (var person in new[] { victim.Person, thief.Person })
        {
            taken["input"] = await _host.Outbox.CodeAsync(person.Email);
            await SendBothWaysAsync(thief, taken);
            await thief.Sees("That button belongs to an earlier question");
        }

        await victim.SeesNo("That is right");
        Assert.Equal(0, _host.Count(victim.Person, "GatePassed") + _host.Count(victim.Person, "CodeWrong"));
        Assert.Equal(0, _host.Count(thief.Person, "GatePassed") + _host.Count(thief.Person, "CodeWrong"));
        await victim.Says(() => _host.Outbox.CodeAsync(victim.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task A_tap_by_nobody_or_from_a_group_does_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var tap = chat.Tap(chat.ButtonFor("email"));
        await chat.SendAsync(Copy(tap).Set("from.aadObjectId", null));
        await chat.SendAsync(Copy(tap).With("id", "forged-group").Set("conversation.conversationType", "groupChat"));
        await chat.SendAsync(Copy(tap).With("id", "forged-team").Set("conversation.isGroup", true));
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
        await GoesOnAsync(chat);
    }

    [Fact]
    public async Task A_question_that_was_never_asked_is_not_answered()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        foreach (var prompt in (JsonNode?[])["", "00000000000000000000000000000000", new string('9', 200), 7, new JsonArray("email"), null])
        {
            await SendBothWaysAsync(chat, new JsonObject { ["prompt"] = prompt, ["choice"] = "submit", ["input"] = "123456" });
        }

        await chat.SendAsync(chat.Dress(TeamsWire.CardAction(new JsonObject { ["choice"] = "email" }, verb: "approve")));
        await chat.SendAsync(chat.Dress(TeamsWire.CardAction("email")));
        await chat.SendAsync(chat.Dress(TeamsWire.CardAction(null)));
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent") + _host.Count(chat.Person, "GatePassed"));
        await GoesOnAsync(chat);
    }

    private static JsonObject Copy(JsonObject activity) => activity.DeepClone().AsObject();

    // By a client of Universal Actions, and by one without.
    private static async Task SendBothWaysAsync(ChatDriver chat, JsonObject data)
    {
        var (status, _) = await chat.SendAsync(chat.Tap(data));
        Assert.InRange((int)status, 200, 499);
        (status, _) = await chat.SendAsync(chat.Dress(TeamsWire.Submit(data.DeepClone())));
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    private async Task GoesOnAsync(ChatDriver chat)
    {
        Assert.Equal(0, _host.Count(chat.Person, "GatePassed") + _host.Count(chat.Person, "LinkIssued"));
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }
}
