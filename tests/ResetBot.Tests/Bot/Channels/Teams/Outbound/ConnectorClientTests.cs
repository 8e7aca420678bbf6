using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Outbound;

public sealed class ConnectorClientTests : ConnectorScene
{
    [Fact]
    public async Task Words_are_sent_to_the_conversation_with_the_bots_token()
    {
        var delivery = await SendAsync(Hello);

        Assert.Equal(new Delivery.Delivered("sent-1"), delivery);
        var call = Assert.Single(Connector.Calls);
        Assert.Equal(("POST", "/emea/v3/conversations/a%3A1%2Fx%3Fy/activities", "Bearer " + FakeTokens.Token), (call.Method, call.Path, call.Authorization));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(
            """
            {
              "type": "message", "channelId": "msteams",
              "from": { "id": "28:6a0cbd6b-0ef0-4c4a-9a3c-0ccdb29ff5a1", "name": "ResetBot" },
              "recipient": { "id": "29:1abc", "name": "Maja Lind" },
              "conversation": { "id": "a:1/x?y", "tenantId": "c0a1e6d0-6f0e-4d0e-9a51-1f9a0a6a1b11" },
              "text": "Hej åäö", "textFormat": "plain"
            }
            """), call.Body));
    }

    [Fact]
    public async Task A_reply_is_sent_under_what_it_answers()
    {
        await SendAsync(Hello with { ReplyToId = "17/23" });

        var call = Assert.Single(Connector.Calls);
        Assert.Equal("/emea/v3/conversations/a%3A1%2Fx%3Fy/activities/17%2F23", call.Path);
        Assert.Equal("17/23", (string?)call.Body["replyToId"]);
    }

    [Fact]
    public async Task A_card_is_sent_as_an_attachment_with_its_toast()
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["fallbackText"] = "Choose" };

        await SendAsync(Hello with { Text = null, Card = Encoding.UTF8.GetBytes(card.ToJsonString()), Summary = "A question for you" });

        var body = Assert.Single(Connector.Calls).Body;
        Assert.Null(body["text"]);
        Assert.Null(body["textFormat"]);
        Assert.Equal("A question for you", (string?)body["summary"]);
        var attachment = Assert.Single(body["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        Assert.True(JsonNode.DeepEquals(card, attachment["content"]));
    }

    [Fact]
    public async Task A_typing_sign_carries_nothing_else()
    {
        await SendAsync(Hello with { Kind = OutgoingKind.Typing, ReplyToId = "17" });

        var call = Assert.Single(Connector.Calls);
        Assert.EndsWith("/activities", call.Path, StringComparison.Ordinal);
        Assert.Equal("typing", (string?)call.Body["type"]);
        Assert.Null(call.Body["text"]);
    }

    [Fact]
    public async Task An_update_replaces_the_message_that_it_names()
    {
        await SendAsync(Hello with { Kind = OutgoingKind.Update, ReplyToId = "17" }, updates: "sent:9");

        var call = Assert.Single(Connector.Calls);
        Assert.Equal(("PUT", "/emea/v3/conversations/a%3A1%2Fx%3Fy/activities/sent%3A9"), (call.Method, call.Path));
        Assert.Equal("message", (string?)call.Body["type"]);
    }

    [Fact]
    public async Task An_update_of_nothing_known_is_not_sent()
    {
        Assert.Equal(new Delivery.Delivered(null), await SendAsync(Hello with { Kind = OutgoingKind.Update }));

        Assert.Empty(Connector.Calls);
    }

    [Fact]
    public async Task A_reply_to_something_deleted_is_sent_as_a_message_of_its_own()
    {
        Connector.Script(ScriptedAnswer.Error(404, "ActivityNotFoundInConversation"));

        Assert.Equal(new Delivery.Delivered("sent-1"), await SendAsync(Hello with { ReplyToId = "17" }));

        Assert.Equal(["/emea/v3/conversations/a%3A1%2Fx%3Fy/activities/17", "/emea/v3/conversations/a%3A1%2Fx%3Fy/activities"], Connector.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_before_it_is_sent()
    {
        Assert.IsType<Delivery.Refused>(await SendAsync(Hello with { Text = new string('x', ConnectorClient.LargestBody) }));

        Assert.Empty(Connector.Calls);
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost:1/")]
    [InlineData("https://localhost:1/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("nonsense")]
    public async Task The_token_goes_nowhere_unsafe(string serviceUrl)
    {
        Assert.IsType<Delivery.Refused>(await SendAsync(Hello with { To = Maja with { ServiceUrl = serviceUrl } }));

        Assert.Empty(Parts.Detour.Meant);
        Assert.Equal(0, Parts.Tokens.Given);
    }

    [Fact]
    public async Task A_reference_without_a_service_url_is_served_by_the_clouds_own_connector()
    {
        await SendAsync(Hello with { To = Maja with { ServiceUrl = null } });

        Assert.StartsWith("https://smba.trafficmanager.net/teams/v3/", Assert.Single(Parts.Detour.Meant).AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_demo_mode_this_machine_is_called_without_a_token_and_nobody_else()
    {
        await using var demo = TeamsParts.Demo();
        var local = Hello with { To = Maja with { ServiceUrl = Connector.Address + "_connector" } };

        Assert.Equal(new Delivery.Delivered("sent-1"), await demo.Get<ConnectorClient>().SendAsync(QueuedActivity.Of(local), null, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.Refused>(await demo.Get<ConnectorClient>().SendAsync(QueuedActivity.Of(Hello), null, TestContext.Current.CancellationToken));

        var call = Assert.Single(Connector.Calls);
        Assert.Null(call.Authorization);
        Assert.StartsWith("/_connector/v3/conversations/", call.Path, StringComparison.Ordinal);
        Assert.Equal(0, demo.Tokens.Given);
    }
}
