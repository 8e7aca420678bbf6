using System.Text.Json.Nodes;
using Azure.Identity;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Outbound;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private readonly ConnectorStandIn _connector = new();
    private readonly TeamsParts _parts = TeamsParts.Configured();

    private static readonly ConversationReference Maja = new()
    {
        Channel = "msteams",
        ConversationId = "a:1/x?y",
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        UserId = "29:1abc",
        UserName = "Maja Lind",
        ObjectId = TeamsWire.ObjectId,
        TenantId = TeamsWire.TenantId,
        BotId = TeamsWire.BotId,
        BotName = "ResetBot",
    };

    private static readonly OutgoingActivity Hello = new() { To = Maja, Kind = OutgoingKind.Message, Text = "Hej åäö" };

    public async ValueTask InitializeAsync()
    {
        await _connector.StartAsync();
        _parts.Detour.To = _connector.Address;
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Words_are_sent_to_the_conversation_with_the_bots_token()
    {
        var delivery = await SendAsync(Hello);

        Assert.Equal(new Delivery.Delivered("sent-1"), delivery);
        var call = Assert.Single(_connector.Calls);
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

        var call = Assert.Single(_connector.Calls);
        Assert.Equal("/emea/v3/conversations/a%3A1%2Fx%3Fy/activities/17%2F23", call.Path);
        Assert.Equal("17/23", (string?)call.Body["replyToId"]);
    }

    [Fact]
    public async Task A_card_is_sent_as_an_attachment_with_its_toast()
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["fallbackText"] = "Choose" };

        await SendAsync(Hello with { Text = null, Card = card, Summary = "A question for you" });

        var body = Assert.Single(_connector.Calls).Body;
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

        var call = Assert.Single(_connector.Calls);
        Assert.EndsWith("/activities", call.Path, StringComparison.Ordinal);
        Assert.Equal("typing", (string?)call.Body["type"]);
        Assert.Null(call.Body["text"]);
    }

    [Fact]
    public async Task An_update_replaces_the_message_that_it_names()
    {
        await SendAsync(Hello with { Kind = OutgoingKind.Update, ReplyToId = "17" }, updates: "sent:9");

        var call = Assert.Single(_connector.Calls);
        Assert.Equal(("PUT", "/emea/v3/conversations/a%3A1%2Fx%3Fy/activities/sent%3A9"), (call.Method, call.Path));
        Assert.Equal("message", (string?)call.Body["type"]);
    }

    [Fact]
    public async Task An_update_of_nothing_known_is_not_sent()
    {
        Assert.Equal(new Delivery.Delivered(null), await SendAsync(Hello with { Kind = OutgoingKind.Update }));

        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task A_reply_to_something_deleted_is_sent_as_a_message_of_its_own()
    {
        _connector.Script(ScriptedAnswer.Error(404, "ActivityNotFoundInConversation"));

        Assert.Equal(new Delivery.Delivered("sent-1"), await SendAsync(Hello with { ReplyToId = "17" }));

        Assert.Equal(["/emea/v3/conversations/a%3A1%2Fx%3Fy/activities/17", "/emea/v3/conversations/a%3A1%2Fx%3Fy/activities"], _connector.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData(200, "{\"id\":\"5\"}", "5")]
    [InlineData(201, "{\"id\":\"5\"}", "5")]
    [InlineData(202, "", null)]
    [InlineData(200, "not json", null)]
    [InlineData(200, "[]", null)]
    [InlineData(200, "{\"id\":7}", null)]
    public async Task A_success_is_a_success_whatever_its_body(int status, string body, string? id)
    {
        _connector.Script(new ScriptedAnswer(status, body));

        Assert.Equal(new Delivery.Delivered(id), await SendAsync(Hello));
    }

    [Theory]
    [InlineData(400, "Bad Argument")]
    [InlineData(401, "BotNotRegistered")]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(403, "SomethingNew")]
    [InlineData(404, "SomethingNew")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(500, "ServiceError")]
    [InlineData(501, "NotImplemented")]
    [InlineData(302, "Found")]
    public async Task What_will_never_work_is_refused_and_not_repeated(int status, string code)
    {
        _connector.Script(ScriptedAnswer.Error(status, code));

        Assert.Equal(new Delivery.Refused($"{status} {code}"), await SendAsync(Hello));
        Assert.Single(_connector.Calls);
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(404, "ConversationNotFound")]
    public async Task A_closed_conversation_is_gone(int status, string code)
    {
        _connector.Script(ScriptedAnswer.Error(status, code));

        Assert.Equal(new Delivery.Gone($"{status} {code}"), await SendAsync(Hello));
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task A_conversation_that_the_person_blocked_is_gone()
    {
        _connector.Script(ScriptedAnswer.SubCode(403, "MessageWritesBlocked"));

        Assert.Equal(new Delivery.Gone("403 MessageWritesBlocked"), await SendAsync(Hello));
    }

    [Fact]
    public async Task An_update_of_a_deleted_message_is_refused()
    {
        _connector.Script(ScriptedAnswer.Error(404, "ActivityNotFoundInConversation"));

        Assert.IsType<Delivery.Refused>(await SendAsync(Hello with { Kind = OutgoingKind.Update }, updates: "9"));
    }

    [Theory]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(429, "Throttled")]
    [InlineData(502, "")]
    [InlineData(503, "")]
    [InlineData(504, "")]
    public async Task What_may_work_later_is_retried_later(int status, string code)
    {
        _connector.Script(code.Length > 0 ? ScriptedAnswer.Error(status, code) : new ScriptedAnswer(status, "<html>"));

        Assert.Equal(new Delivery.Retry(null, $"{status} {code}".Trim()), await SendAsync(Hello));
        Assert.Single(_connector.Calls);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Fri, 21 Aug 2026 10:00:42 GMT", 42)]
    [InlineData("Fri, 21 Aug 2026 09:00:00 GMT", 0)]
    [InlineData("999999", 3600)]
    public async Task The_far_end_says_when_to_come_back(string retryAfter, int seconds)
    {
        _connector.Script(ScriptedAnswer.Error(429, "Throttled", "Retry-After: " + retryAfter));

        var retry = Assert.IsType<Delivery.Retry>(await SendAsync(Hello));

        Assert.Equal(TimeSpan.FromSeconds(seconds), retry.After);
    }

    [Fact]
    public async Task A_retry_after_that_nobody_understands_is_none()
    {
        _connector.Script(ScriptedAnswer.Error(503, "x", "Retry-After: soon"));

        Assert.Null(Assert.IsType<Delivery.Retry>(await SendAsync(Hello)).After);
    }

    [Fact]
    public async Task A_wrong_host_is_answered_by_calling_the_gcc_once()
    {
        _connector.Script(ScriptedAnswer.Error(403, "InvalidBotApiHost"));
        Assert.Equal(new Delivery.Delivered("sent-1"), await SendAsync(Hello));
        Assert.Equal(["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"], _parts.Detour.Meant.Select(address => address.Host));

        _connector.Script(ScriptedAnswer.Error(403, "InvalidBotApiHost"), ScriptedAnswer.Error(403, "InvalidBotApiHost"));
        Assert.Equal(new Delivery.Refused("403 InvalidBotApiHost"), await SendAsync(Hello));
        Assert.Equal(4, _connector.Calls.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_retried_later()
    {
        _connector.Script(ScriptedAnswer.HangUp);

        Assert.IsType<Delivery.Retry>(await SendAsync(Hello));
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_retried_later()
    {
        await _connector.DisposeAsync();

        Assert.IsType<Delivery.Retry>(await SendAsync(Hello));
    }

    [Fact]
    public async Task A_connector_that_never_answers_is_given_up_after_ten_seconds()
    {
        _connector.Script(ScriptedAnswer.Silence);
        var sending = SendAsync(Hello);
        await _connector.NextAsync(TestContext.Current.CancellationToken);

        _parts.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.IsType<Delivery.Retry>(await sending);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_a_delivery()
    {
        _connector.Script(ScriptedAnswer.Silence);
        using var impatience = new CancellationTokenSource();
        var sending = _parts.Get<ConnectorClient>().SendAsync(Hello, null, impatience.Token);
        await _connector.NextAsync(TestContext.Current.CancellationToken);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_it_is_retried_later()
    {
        _parts.Tokens.Fault = new AuthenticationFailedException("wrong secret");

        var retry = Assert.IsType<Delivery.Retry>(await SendAsync(Hello));

        Assert.DoesNotContain("wrong secret", retry.Why, StringComparison.Ordinal);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new ConnectorStandIn();
        await elsewhere.StartAsync();
        _connector.Script(new ScriptedAnswer(307, "", "Location: " + elsewhere.Address));

        Assert.IsType<Delivery.Refused>(await SendAsync(Hello));
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_before_it_is_sent()
    {
        Assert.IsType<Delivery.Refused>(await SendAsync(Hello with { Text = new string('x', ConnectorClient.LargestBody) }));

        Assert.Empty(_connector.Calls);
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

        Assert.Empty(_parts.Detour.Meant);
        Assert.Equal(0, _parts.Tokens.Given);
    }

    [Fact]
    public async Task A_reference_without_a_service_url_is_served_by_the_clouds_own_connector()
    {
        await SendAsync(Hello with { To = Maja with { ServiceUrl = null } });

        Assert.StartsWith("https://smba.trafficmanager.net/teams/v3/", Assert.Single(_parts.Detour.Meant).AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_chat_is_opened_by_object_id()
    {
        _connector.Script(new ScriptedAnswer(201, """{"id":"a:new","serviceUrl":"https://smba.trafficmanager.net/amer/"}"""));

        var opening = await OpenAsync(null);

        var reference = Assert.IsType<ConversationOpening.Opened>(opening).Reference;
        Assert.Equal(("msteams", "a:new", TeamsWire.ObjectId, TeamsWire.TenantId), (reference.Channel, reference.ConversationId, reference.ObjectId, reference.TenantId));
        Assert.Equal("https://smba.trafficmanager.net/amer/", reference.ServiceUrl);
        var call = Assert.Single(_connector.Calls);
        Assert.Equal("/teams/v3/conversations", call.Path);
        Assert.Equal(TeamsWire.ObjectId, (string?)call.Body["members"]![0]!["id"]);
        Assert.Equal(TeamsWire.TenantId, (string?)call.Body["tenantId"]);
    }

    [Fact]
    public async Task A_service_url_that_only_the_connector_named_is_not_taken_over()
    {
        _connector.Script(new ScriptedAnswer(201, """{"id":"a:new","serviceUrl":"https://evil.example/"}"""));

        Assert.Null(Assert.IsType<ConversationOpening.Opened>(await OpenAsync(null)).Reference.ServiceUrl);
    }

    [Fact]
    public async Task A_chat_is_opened_at_another_host_only_once_a_token_proved_it()
    {
        const string region = "https://region.teams.example/x/";
        Assert.IsType<Delivery.Refused>(Assert.IsType<ConversationOpening.Failed>(await OpenAsync(region)).Delivery);

        _parts.Get<ProvenServiceUrls>().Prove(region);

        Assert.IsType<ConversationOpening.Opened>(await OpenAsync(region));
        Assert.Equal("region.teams.example", Assert.Single(_parts.Detour.Meant).Host);
    }

    [Theory]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(429, "Throttled")]
    public async Task A_chat_that_cannot_be_opened_says_whether_it_may_later(int status, string code)
    {
        _connector.Script(ScriptedAnswer.Error(status, code));

        var failed = Assert.IsType<ConversationOpening.Failed>(await OpenAsync(null));

        Assert.Equal(status == 429, failed.Delivery is Delivery.Retry);
    }

    [Fact]
    public async Task A_chat_without_a_name_is_not_open()
    {
        _connector.Script(new ScriptedAnswer(200));

        Assert.IsType<Delivery.Refused>(Assert.IsType<ConversationOpening.Failed>(await OpenAsync(null)).Delivery);
    }

    [Fact]
    public async Task In_demo_mode_this_machine_is_called_without_a_token_and_nobody_else()
    {
        await using var demo = TeamsParts.Demo();
        var local = Hello with { To = Maja with { ServiceUrl = _connector.Address + "_connector" } };

        Assert.Equal(new Delivery.Delivered("sent-1"), await demo.Get<ConnectorClient>().SendAsync(local, null, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.Refused>(await demo.Get<ConnectorClient>().SendAsync(Hello, null, TestContext.Current.CancellationToken));

        var call = Assert.Single(_connector.Calls);
        Assert.Null(call.Authorization);
        Assert.StartsWith("/_connector/v3/conversations/", call.Path, StringComparison.Ordinal);
        Assert.Equal(0, demo.Tokens.Given);
    }

    private Task<Delivery> SendAsync(OutgoingActivity message, string? updates = null) =>
        _parts.Get<ConnectorClient>().SendAsync(message, updates, TestContext.Current.CancellationToken);

    private Task<ConversationOpening> OpenAsync(string? serviceUrl) =>
        _parts.Get<ConnectorClient>().CreateConversationAsync(
            TeamsWire.ObjectId, TeamsWire.TenantId, serviceUrl, TestContext.Current.CancellationToken);
}
