using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Outbound;

public sealed class OpeningConversationsTests : ConnectorScene
{
    [Fact]
    public async Task A_personal_chat_is_opened_by_object_id()
    {
        Connector.Script(new ScriptedAnswer(201, """{"id":"a:new","serviceUrl":"https://smba.trafficmanager.net/amer/"}"""));

        var opening = await OpenAsync(null);

        var reference = Assert.IsType<ConversationOpening.Opened>(opening).Reference;
        Assert.Equal(("msteams", "a:new", TeamsWire.ObjectId, TeamsWire.TenantId), (reference.Channel, reference.ConversationId, reference.ObjectId, reference.TenantId));
        Assert.Equal("https://smba.trafficmanager.net/amer/", reference.ServiceUrl);
        var call = Assert.Single(Connector.Calls);
        Assert.Equal("/teams/v3/conversations", call.Path);
        Assert.Equal(TeamsWire.ObjectId, (string?)call.Body["members"]![0]!["id"]);
        Assert.Equal(TeamsWire.TenantId, (string?)call.Body["tenantId"]);
    }

    [Fact]
    public async Task A_service_url_that_only_the_connector_named_is_not_taken_over()
    {
        Connector.Script(new ScriptedAnswer(201, """{"id":"a:new","serviceUrl":"https://evil.example/"}"""));

        Assert.Null(Assert.IsType<ConversationOpening.Opened>(await OpenAsync(null)).Reference.ServiceUrl);
    }

    [Fact]
    public async Task A_chat_is_opened_at_another_host_only_once_a_token_proved_it()
    {
        const string region = "https://region.teams.example/x/";
        Assert.IsType<Delivery.Refused>(Assert.IsType<ConversationOpening.Failed>(await OpenAsync(region)).Delivery);

        Parts.Get<ProvenServiceUrls>().Prove(region);

        Assert.IsType<ConversationOpening.Opened>(await OpenAsync(region));
        Assert.Equal("region.teams.example", Assert.Single(Parts.Detour.Meant).Host);
    }

    [Theory]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(429, "Throttled")]
    public async Task A_chat_that_cannot_be_opened_says_whether_it_may_later(int status, string code)
    {
        Connector.Script(ScriptedAnswer.Error(status, code));

        var failed = Assert.IsType<ConversationOpening.Failed>(await OpenAsync(null));

        Assert.Equal(status == 429, failed.Delivery is Delivery.Retry);
    }

    [Fact]
    public async Task A_chat_without_a_name_is_not_open()
    {
        Connector.Script(new ScriptedAnswer(200));

        Assert.IsType<Delivery.Refused>(Assert.IsType<ConversationOpening.Failed>(await OpenAsync(null)).Delivery);
    }

    private Task<ConversationOpening> OpenAsync(string? serviceUrl) =>
        Parts.Get<ConnectorClient>().CreateConversationAsync(
            TeamsWire.ObjectId, TeamsWire.TenantId, serviceUrl, TestContext.Current.CancellationToken);
}
