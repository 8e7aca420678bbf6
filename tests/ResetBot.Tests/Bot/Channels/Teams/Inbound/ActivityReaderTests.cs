using System.Text.Json.Nodes;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class ActivityReaderTests
{
    [Fact]
    public void A_message_says_who_where_and_what()
    {
        var activity = Reading.Understands(TeamsWire.Message(" reset \n"));

        Assert.Equal(ActivityKind.Message, activity.Kind);
        Assert.Equal("reset", activity.Text);
        Assert.Equal("1723456789012", activity.Id);
        Assert.Equal("sv-SE", activity.Locale);
        Assert.Equal("Europe/Stockholm", activity.TimeZone);
        Assert.Null(activity.Choice);
        var expected = new ConversationReference
        {
            Channel = "msteams",
            ConversationId = "a:1xyz",
            ServiceUrl = BotServiceStandIn.ServiceUrl,
            UserId = "29:1abc",
            UserName = "Maja Lind",
            ObjectId = TeamsWire.ObjectId,
            TenantId = TeamsWire.TenantId,
            BotId = TeamsWire.BotId,
            BotName = "ResetBot",
        };
        Assert.Equal(expected, activity.From);
    }

    [Fact]
    public void An_object_id_that_is_no_guid_is_kept_as_it_is()
    {
        var activity = Reading.Understands(TeamsWire.Message("hi").Set("from.aadObjectId", "00000000-0000-0000-0000-0000000000020"));

        Assert.Equal("00000000-0000-0000-0000-0000000000020", activity.From.ObjectId);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("signin/verifyState")]
    [InlineData("adaptivecard/action")]
    [InlineData(null)]
    public void Another_invoke_is_unknown(string? name) =>
        Assert.IsType<ReadOutcome.UnknownInvoke>(Reading.Read(TeamsWire.Activity("invoke").With("name", name)));

    [Theory]
    [InlineData(TeamsWire.BotId, ActivityKind.MembersAdded)]
    [InlineData("29:1abc", ActivityKind.MembersAdded)]
    [InlineData("29:somebody", ActivityKind.Other)]
    public void Somebody_new_in_the_chat_is_noticed_when_it_is_the_bot_or_the_person(string memberId, ActivityKind expected)
    {
        var added = new JsonArray(new JsonObject { ["id"] = memberId });

        Assert.Equal(expected, Reading.Understands(TeamsWire.Activity("conversationUpdate").With("membersAdded", added)).Kind);
    }

    [Fact]
    public void Other_changes_of_a_conversation_mean_nothing()
    {
        var removed = new JsonArray(new JsonObject { ["id"] = TeamsWire.BotId });

        Assert.Equal(ActivityKind.Other, Reading.Understands(TeamsWire.Activity("conversationUpdate")).Kind);
        Assert.Equal(ActivityKind.Other, Reading.Understands(TeamsWire.Activity("conversationUpdate").With("membersRemoved", removed)).Kind);
        Assert.Equal(ActivityKind.Other, Reading.Understands(TeamsWire.Activity("conversationUpdate").With("membersAdded", "all")).Kind);
    }

    [Theory]
    [InlineData("add", ActivityKind.InstallationAdded)]
    [InlineData("add-upgrade", ActivityKind.InstallationAdded)]
    [InlineData("remove", ActivityKind.InstallationRemoved)]
    [InlineData("remove-upgrade", ActivityKind.InstallationRemoved)]
    [InlineData("something", ActivityKind.Other)]
    [InlineData(null, ActivityKind.Other)]
    public void Installing_and_removing_are_noticed(string? action, ActivityKind expected) =>
        Assert.Equal(expected, Reading.Understands(TeamsWire.Activity("installationUpdate").With("action", action)).Kind);

    [Theory]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("contactRelationUpdate")]
    [InlineData("MESSAGE")]
    [InlineData("something/new")]
    public void Everything_else_has_no_effect(string type) => Assert.Equal(ActivityKind.Other, Reading.Understands(TeamsWire.Activity(type)).Kind);

    [Fact]
    public void An_edited_message_is_unreadable_and_one_taken_back_is_nothing()
    {
        var edited = TeamsWire.Activity("messageUpdate").With("text", "reset");

        var activity = Reading.Understands(edited);
        Assert.Equal((ActivityKind.Unreadable, ""), (activity.Kind, activity.Text));
        Assert.Equal(ActivityKind.Other, Reading.Understands(edited.Set("channelData.eventType", "undeleteMessage")).Kind);
    }

    [Theory]
    [InlineData("groupChat", null)]
    [InlineData("channel", null)]
    [InlineData("channel", true)]
    [InlineData("personal", true)]
    [InlineData(null, true)]
    [InlineData("something new", null)]
    public void A_message_where_others_read_along_is_a_group_message(string? conversationType, bool? isGroup)
    {
        var message = Reading.In(Reading.Mentioning("<at>ResetBot</at> reset", "<at>ResetBot</at>", TeamsWire.BotId), conversationType, isGroup);

        var activity = Reading.Understands(message);
        Assert.Equal((ActivityKind.Group, "reset"), (activity.Kind, activity.Text));
    }

    [Fact]
    public void A_button_tapped_in_a_group_carries_nothing_on()
    {
        var activity = Reading.Understands(Reading.In(TeamsWire.CardAction(new JsonObject { ["choice"] = "sms" }), "channel", null));

        Assert.Equal(ActivityKind.Group, activity.Kind);
        Assert.Null(activity.Choice);
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    [InlineData("messageUpdate")]
    public void What_else_happens_in_a_group_says_nothing_about_the_persons_own_chat(string type)
    {
        var added = new JsonArray(new JsonObject { ["id"] = TeamsWire.BotId });
        var activity = TeamsWire.Activity(type).With("action", "add").With("membersAdded", added);

        Assert.Equal(ActivityKind.Other, Reading.Understands(Reading.In(activity, "channel", true)).Kind);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, false)]
    [InlineData("personal", false)]
    public void A_conversation_of_two_is_personal(string? conversationType, bool? isGroup) =>
        Assert.Equal(ActivityKind.Message, Reading.Understands(Reading.In(TeamsWire.Message("hi"), conversationType, isGroup)).Kind);

    [Fact]
    public void The_bots_own_words_have_no_effect() =>
        Assert.Equal(ActivityKind.Other, Reading.Understands(TeamsWire.Message("reset").Set("from.id", TeamsWire.BotId)).Kind);
}
