using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>A command is typed anywhere: where its answer is not seen, the person is told where it goes on, in their language.</summary>
public sealed class SlackCommands(SlackFixture fixture) : IClassFixture<SlackFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("C0RANDOM")]
    [InlineData("G0PRIVATE")]
    [InlineData("D0COLLEAGUE")]
    public async Task Where_it_is_not_answered_a_link_leads_to_the_persons_own_conversation(string place)
    {
        var chat = _host.SlackChat(_host.Somebody(), "sv-SE");
        await chat.Says("hej").Sees("");
        var answer = await TypesAsync(chat, place);
        Assert.Equal("ephemeral", (string?)answer!["response_type"]);
        Assert.StartsWith("Vi tar det privat", (string?)answer["text"], StringComparison.Ordinal);
        var blocks = answer["blocks"]!.AsArray();
        Assert.Null(SlackBlocks.Fault(blocks));
        Assert.Contains($"app_redirect?channel={chat.User.Direct}&team={SlackStandIn.Team}", SlackBlocks.Texts(blocks).Last(), StringComparison.Ordinal);
        await chat.Sees("steg 1 av 2");
        Assert.DoesNotContain(_host.Slack!.Calls, call => (string?)call.Arguments["channel"] == place);
    }

    [Fact]
    public async Task Who_never_wrote_is_told_in_their_language_too()
    {
        var chat = _host.SlackChat(_host.Somebody(), "sv-SE");
        Assert.StartsWith("Vi tar det privat", (string?)(await TypesAsync(chat, "D0OTHERCOLLEAGUE"))!["text"], StringComparison.Ordinal);
        await chat.Sees("steg 1 av 2");
    }

    [Fact]
    public async Task In_the_persons_own_conversation_the_answer_is_all_that_is_seen()
    {
        var chat = _host.SlackChat(_host.Somebody());
        Assert.Null(await TypesAsync(chat, chat.User.Direct));
        await chat.Sees("step 1 of 2");
        Assert.Null(await TypesAsync(chat, chat.User.Direct));
    }

    [Fact]
    public async Task Of_whom_nothing_is_known_yet_is_told_without_a_link()
    {
        var chat = _host.SlackChat(_host.Somebody(), "sv-SE");
        _host.Slack!.Script("users.info", "internal_error");
        var answer = await TypesAsync(chat, chat.User.Direct);
        Assert.Equal(("ephemeral", null), ((string?)answer!["response_type"], answer["blocks"]));
        Assert.StartsWith("Let's talk privately", (string?)answer["text"], StringComparison.Ordinal);
        await chat.SeesEver("steg 1 av 2");
    }

    private static async Task<JsonNode?> TypesAsync(SlackChatDriver chat, string place)
    {
        var (status, body) = await chat.PostAsync(SlackWire.FormOf(SlackWire.Command(chat.User, place, "reset")), SlackWire.Form);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }
}
