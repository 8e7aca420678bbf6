using System.Text.Json.Nodes;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class CardChoicesTests
{
    [Fact]
    public void A_submitted_card_is_a_message_with_a_choice()
    {
        var value = new JsonObject { ["prompt"] = "p-7", ["choice"] = "email", ["input"] = " 123\u200b456 " };
        var activity = Reading.Understands(TeamsWire.Submit(value));

        Assert.Equal(ActivityKind.Message, activity.Kind);
        Assert.Equal(new CardChoice("p-7", "email", "123456"), activity.Choice);
        Assert.Equal("card-1", activity.ReplyToId);
    }

    [Fact]
    public void Words_beside_a_value_are_words()
    {
        var activity = Reading.Understands(TeamsWire.Message("reset").With("value", new JsonObject { ["choice"] = "email" }));

        Assert.Equal("reset", activity.Text);
        Assert.Null(activity.Choice);
    }

    public static TheoryData<string> NoChoices => new()
    {
        "{}", "[]", "7", "\"email\"", "{\"choice\":7}", "{\"choice\":\"\"}", "{\"choice\":\"  \"}", "{\"choice\":\"email\",\"prompt\":{}}",
        "{\"choice\":\"email\",\"input\":7}", "{\"Choice\":\"email\"}", "{\"choice\":\"" + new string('x', 501) + "\"}",
        "{\"choice\":\"email\",\"input\":\"" + new string('x', 2001) + "\"}", "{\"msteams\":{\"type\":\"task/fetch\"}}",
    };

    [Theory]
    [MemberData(nameof(NoChoices))]
    public void A_submitted_card_that_is_none_of_ours_is_unreadable(string value) =>
        Assert.Equal(ActivityKind.Unreadable, Reading.Understands(TeamsWire.Submit(JsonNode.Parse(value)!)).Kind);

    [Fact]
    public void A_tapped_button_is_a_card_action()
    {
        var activity = Reading.Understands(TeamsWire.CardAction(new JsonObject { ["prompt"] = "p-7", ["choice"] = "sms" }));

        Assert.Equal(ActivityKind.CardAction, activity.Kind);
        Assert.Equal(new CardChoice("p-7", "sms"), activity.Choice);
        Assert.Equal("card-1", activity.ReplyToId);
    }

    [Theory]
    [MemberData(nameof(NoChoices))]
    public void A_tapped_button_that_carries_no_choice_is_bad(string data) =>
        Assert.IsType<ReadOutcome.BadCardAction>(Reading.Read(TeamsWire.CardAction(JsonNode.Parse(data))));

    [Theory]
    [InlineData("Choose")]
    [InlineData("delete")]
    [InlineData(null)]
    public void A_button_with_another_verb_is_bad(string? verb) =>
        Assert.IsType<ReadOutcome.BadCardAction>(Reading.Read(TeamsWire.CardAction(new JsonObject { ["choice"] = "sms" }, verb)));

    [Fact]
    public void A_button_without_any_action_is_bad()
    {
        Assert.IsType<ReadOutcome.BadCardAction>(Reading.Read(TeamsWire.CardAction(null).With("value", null)));
        Assert.IsType<ReadOutcome.BadCardAction>(Reading.Read(TeamsWire.CardAction(null).With("value", "text")));
    }
}
