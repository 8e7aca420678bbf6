using System.Text.Json.Nodes;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class MessageWordsTests
{
    [Fact]
    public void Language_and_time_zone_come_from_the_client_where_the_activity_has_none()
    {
        var client = new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["timezone"] = "Europe/London" };
        var activity = Reading.Understands(TeamsWire.Message("hi").With("locale", null).With("localTimezone", null).With("entities", new JsonArray(client)));

        Assert.Equal("en-GB", activity.Locale);
        Assert.Equal("Europe/London", activity.TimeZone);
    }

    [Theory]
    [InlineData("en-US\r\nX: y")]
    [InlineData("a very long language tag that is none at all")]
    [InlineData("<b>")]
    public void A_language_that_is_none_counts_as_absent(string locale) =>
        Assert.Null(Reading.Understands(TeamsWire.Message("hi").With("locale", locale)).Locale);

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
        Assert.Equal(expected, Reading.Understands(Reading.Mentioning(text, mention, TeamsWire.BotId)).Text);

    [Fact]
    public void A_mention_of_somebody_else_stays() =>
        Assert.Equal("help <at>Alex</at>", Reading.Understands(Reading.Mentioning("help <at>Alex</at>", "<at>Alex</at>", "29:alex")).Text);

    [Theory]
    [InlineData("re\u200bset", "reset")]
    [InlineData("\u202ereset\u202c", "reset")]
    [InlineData("\ufeffreset\u2066", "reset")]
    [InlineData("re\u0000set\u0007", "reset")]
    [InlineData("1\u00ad2\u20603", "123")]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("\u00a0åäö 😀\u00a0", "åäö 😀")]
    public void What_cannot_be_seen_is_taken_out(string text, string expected) =>
        Assert.Equal(expected, Reading.Understands(TeamsWire.Message(text)).Text);

    [Fact]
    public void A_name_is_one_visible_line() =>
        Assert.Equal("Maja Lind", Reading.Understands(TeamsWire.Message("hi").Set("from.name", "Maja\r\n\u202eLind\u200b")).From.UserName);

    [Fact]
    public void The_html_copy_beside_ordinary_words_does_not_matter()
    {
        var copy = new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>reset</p>" };
        var activity = Reading.Understands(TeamsWire.Message("reset").With("attachments", new JsonArray(copy)));

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

        Assert.Equal(ActivityKind.Unreadable, Reading.Understands(TeamsWire.Message("").With("attachments", new JsonArray(attachment))).Kind);
        Assert.Equal(ActivityKind.Unreadable, Reading.Understands(TeamsWire.Message(null).With("attachments", new JsonArray(attachment.DeepClone()))).Kind);
    }

    [Fact]
    public void Text_longer_than_any_answer_is_unreadable() =>
        Assert.Equal(ActivityKind.Unreadable, Reading.Understands(TeamsWire.Message(new string('x', 8001))).Kind);
}
