using System.Text;
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
        var activity = Understands(TeamsWire.Message(" reset \n"));

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
        var activity = Understands(TeamsWire.Message("hi").Set("from.aadObjectId", "00000000-0000-0000-0000-0000000000020"));

        Assert.Equal("00000000-0000-0000-0000-0000000000020", activity.From.ObjectId);
    }

    [Fact]
    public void Language_and_time_zone_come_from_the_client_where_the_activity_has_none()
    {
        var client = new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["timezone"] = "Europe/London" };
        var activity = Understands(TeamsWire.Message("hi").With("locale", null).With("localTimezone", null).With("entities", new JsonArray(client)));

        Assert.Equal("en-GB", activity.Locale);
        Assert.Equal("Europe/London", activity.TimeZone);
    }

    [Theory]
    [InlineData("en-US\r\nX: y")]
    [InlineData("a very long language tag that is none at all")]
    [InlineData("<b>")]
    public void A_language_that_is_none_counts_as_absent(string locale) =>
        Assert.Null(Understands(TeamsWire.Message("hi").With("locale", locale)).Locale);

    [Theory]
    [InlineData("<at>ResetBot</at> reset", "<at>ResetBot</at>", "reset")]
    [InlineData("<at>ResetBot</at>&nbsp;reset", "<at>ResetBot</at>", "reset")]
    [InlineData("reset <at>ResetBot</at> now", "<at>ResetBot</at>", "reset   now")]
    [InlineData("<at>R&amp;D Bot</at> reset", "<at>R&D Bot</at>", "reset")]
    [InlineData("<at>R&D Bot</at> reset", "<at>R&amp;D Bot</at>", "reset")]
    [InlineData("&lt;at&gt;ResetBot&lt;/at&gt; reset", "<at>ResetBot</at>", "reset")]
    [InlineData("<at>resetbot</at> reset", "<at>ResetBot</at>", "reset")]
    [InlineData("<at>ResetBot</at>", "<at>ResetBot</at>", "")]
    public void Mentions_of_the_bot_are_taken_out(string text, string mention, string expected) =>
        Assert.Equal(expected, Understands(Mentioning(text, mention, TeamsWire.BotId)).Text);

    [Fact]
    public void A_mention_of_somebody_else_stays() =>
        Assert.Equal("help <at>Alex</at>", Understands(Mentioning("help <at>Alex</at>", "<at>Alex</at>", "29:alex")).Text);

    [Theory]
    [InlineData("re\u200bset", "reset")]
    [InlineData("\u202ereset\u202c", "reset")]
    [InlineData("\ufeffreset\u2066", "reset")]
    [InlineData("re\u0000set\u0007", "reset")]
    [InlineData("1\u00ad2\u20603", "123")]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("\u00a0åäö 😀\u00a0", "åäö 😀")]
    public void What_cannot_be_seen_is_taken_out(string text, string expected) =>
        Assert.Equal(expected, Understands(TeamsWire.Message(text)).Text);

    [Fact]
    public void A_name_is_one_visible_line() =>
        Assert.Equal("Maja Lind", Understands(TeamsWire.Message("hi").Set("from.name", "Maja\r\n\u202eLind\u200b")).From.UserName);

    [Fact]
    public void The_html_copy_beside_ordinary_words_does_not_matter()
    {
        var copy = new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>reset</p>" };
        var activity = Understands(TeamsWire.Message("reset").With("attachments", new JsonArray(copy)));

        Assert.Equal((ActivityKind.Message, "reset"), (activity.Kind, activity.Text));
    }

    [Theory]
    [InlineData("image/*")]
    [InlineData("application/vnd.microsoft.teams.file.download.info")]
    [InlineData("audio/mp4")]
    [InlineData("text/html")]
    public void An_attachment_without_words_is_unreadable(string contentType)
    {
        var attachment = new JsonObject { ["contentType"] = contentType };

        Assert.Equal(ActivityKind.Unreadable, Understands(TeamsWire.Message("").With("attachments", new JsonArray(attachment))).Kind);
        Assert.Equal(ActivityKind.Unreadable, Understands(TeamsWire.Message(null).With("attachments", new JsonArray(attachment.DeepClone()))).Kind);
    }

    [Fact]
    public void Text_longer_than_any_answer_is_unreadable() =>
        Assert.Equal(ActivityKind.Unreadable, Understands(TeamsWire.Message(new string('x', 8001))).Kind);

    [Fact]
    public void A_submitted_card_is_a_message_with_a_choice()
    {
        var value = new JsonObject { ["prompt"] = "p-7", ["choice"] = "email", ["input"] = " 123\u200b456 " };
        var activity = Understands(TeamsWire.Submit(value));

        Assert.Equal(ActivityKind.Message, activity.Kind);
        Assert.Equal(new CardChoice("p-7", "email", "123456"), activity.Choice);
        Assert.Equal("card-1", activity.ReplyToId);
    }

    [Fact]
    public void Words_beside_a_value_are_words()
    {
        var activity = Understands(TeamsWire.Message("reset").With("value", new JsonObject { ["choice"] = "email" }));

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
        Assert.Equal(ActivityKind.Unreadable, Understands(TeamsWire.Submit(JsonNode.Parse(value)!)).Kind);

    [Fact]
    public void A_tapped_button_is_a_card_action()
    {
        var activity = Understands(TeamsWire.CardAction(new JsonObject { ["prompt"] = "p-7", ["choice"] = "sms" }));

        Assert.Equal(ActivityKind.CardAction, activity.Kind);
        Assert.Equal(new CardChoice("p-7", "sms"), activity.Choice);
        Assert.Equal("card-1", activity.ReplyToId);
    }

    [Theory]
    [MemberData(nameof(NoChoices))]
    public void A_tapped_button_that_carries_no_choice_is_bad(string data) =>
        Assert.IsType<ReadOutcome.BadCardAction>(Read(TeamsWire.CardAction(JsonNode.Parse(data))));

    [Theory]
    [InlineData("Choose")]
    [InlineData("delete")]
    [InlineData(null)]
    public void A_button_with_another_verb_is_bad(string? verb) =>
        Assert.IsType<ReadOutcome.BadCardAction>(Read(TeamsWire.CardAction(new JsonObject { ["choice"] = "sms" }, verb)));

    [Fact]
    public void A_button_without_any_action_is_bad()
    {
        Assert.IsType<ReadOutcome.BadCardAction>(Read(TeamsWire.CardAction(null).With("value", null)));
        Assert.IsType<ReadOutcome.BadCardAction>(Read(TeamsWire.CardAction(null).With("value", "text")));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("signin/verifyState")]
    [InlineData("adaptivecard/action")]
    [InlineData(null)]
    public void Another_invoke_is_unknown(string? name) =>
        Assert.IsType<ReadOutcome.UnknownInvoke>(Read(TeamsWire.Activity("invoke").With("name", name)));

    [Theory]
    [InlineData(TeamsWire.BotId, ActivityKind.MembersAdded)]
    [InlineData("29:1abc", ActivityKind.MembersAdded)]
    [InlineData("29:somebody", ActivityKind.Other)]
    public void Somebody_new_in_the_chat_is_noticed_when_it_is_the_bot_or_the_person(string memberId, ActivityKind expected)
    {
        var added = new JsonArray(new JsonObject { ["id"] = memberId });

        Assert.Equal(expected, Understands(TeamsWire.Activity("conversationUpdate").With("membersAdded", added)).Kind);
    }

    [Fact]
    public void Other_changes_of_a_conversation_mean_nothing()
    {
        var removed = new JsonArray(new JsonObject { ["id"] = TeamsWire.BotId });

        Assert.Equal(ActivityKind.Other, Understands(TeamsWire.Activity("conversationUpdate")).Kind);
        Assert.Equal(ActivityKind.Other, Understands(TeamsWire.Activity("conversationUpdate").With("membersRemoved", removed)).Kind);
        Assert.Equal(ActivityKind.Other, Understands(TeamsWire.Activity("conversationUpdate").With("membersAdded", "all")).Kind);
    }

    [Theory]
    [InlineData("add", ActivityKind.InstallationAdded)]
    [InlineData("add-upgrade", ActivityKind.InstallationAdded)]
    [InlineData("remove", ActivityKind.InstallationRemoved)]
    [InlineData("remove-upgrade", ActivityKind.InstallationRemoved)]
    [InlineData("something", ActivityKind.Other)]
    [InlineData(null, ActivityKind.Other)]
    public void Installing_and_removing_are_noticed(string? action, ActivityKind expected) =>
        Assert.Equal(expected, Understands(TeamsWire.Activity("installationUpdate").With("action", action)).Kind);

    [Theory]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("contactRelationUpdate")]
    [InlineData("MESSAGE")]
    [InlineData("something/new")]
    public void Everything_else_has_no_effect(string type) => Assert.Equal(ActivityKind.Other, Understands(TeamsWire.Activity(type)).Kind);

    [Fact]
    public void An_edited_message_is_unreadable_and_one_taken_back_is_nothing()
    {
        var edited = TeamsWire.Activity("messageUpdate").With("text", "reset");

        var activity = Understands(edited);
        Assert.Equal((ActivityKind.Unreadable, ""), (activity.Kind, activity.Text));
        Assert.Equal(ActivityKind.Other, Understands(edited.Set("channelData.eventType", "undeleteMessage")).Kind);
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
        var message = In(Mentioning("<at>ResetBot</at> reset", "<at>ResetBot</at>", TeamsWire.BotId), conversationType, isGroup);

        var activity = Understands(message);
        Assert.Equal((ActivityKind.Group, "reset"), (activity.Kind, activity.Text));
    }

    [Fact]
    public void A_button_tapped_in_a_group_carries_nothing_on()
    {
        var activity = Understands(In(TeamsWire.CardAction(new JsonObject { ["choice"] = "sms" }), "channel", null));

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

        Assert.Equal(ActivityKind.Other, Understands(In(activity, "channel", true)).Kind);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, false)]
    [InlineData("personal", false)]
    public void A_conversation_of_two_is_personal(string? conversationType, bool? isGroup) =>
        Assert.Equal(ActivityKind.Message, Understands(In(TeamsWire.Message("hi"), conversationType, isGroup)).Kind);

    [Fact]
    public void The_bots_own_words_have_no_effect() =>
        Assert.Equal(ActivityKind.Other, Understands(TeamsWire.Message("reset").Set("from.id", TeamsWire.BotId)).Kind);

    private static JsonObject Mentioning(string text, string mention, string id)
    {
        var entity = new JsonObject { ["type"] = "mention", ["text"] = mention, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "x" } };
        return TeamsWire.Message(text).With("entities", new JsonArray(entity));
    }

    private static JsonObject In(JsonObject activity, string? conversationType, bool? isGroup) =>
        activity.Set("conversation.conversationType", conversationType).Set("conversation.isGroup", isGroup);

    private static Activity Understands(JsonObject activity) => Assert.IsType<ReadOutcome.Understood>(Read(activity)).Activity;

    private static ReadOutcome Read(JsonObject activity) => ActivityReader.Read(Encoding.UTF8.GetBytes(activity.ToJsonString()));
}
