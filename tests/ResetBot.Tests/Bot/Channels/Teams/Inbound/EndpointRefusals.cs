using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class EndpointRefusals : IAsyncLifetime
{
    private readonly BotServiceStandIn _service = new();
    private TeamsHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        _host = await TeamsHost.ConfiguredAsync(_service);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_request_without_a_genuine_token_is_unauthorized_and_changes_nothing()
    {
        var body = TeamsWire.Message("reset").ToJsonString();
        await _host.PostAsync(body, null).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
        await _host.PostAsync(body, "bearer " + Token()).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
        await _host.PostAsync(body, "Bearer " + Token().SignedWith(TestKeys.Rsa("a stranger"))).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
        using var answer = await _host.PostAsync(body, null);

        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(0, _host.Pipeline.Runs);
    }

    [Fact]
    public async Task Why_a_token_was_refused_is_for_the_log_and_the_token_is_not()
    {
        var token = Token().SignedWith(TestKeys.Rsa("a stranger")).ToString();

        using var answer = await _host.PostAsync(TeamsWire.Message("reset").ToJsonString(), "Bearer " + token);

        Assert.Contains(_host.Log, line => line.Contains("The token does not hold", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log, line => line.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain("hold", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_json_of_a_stranger_is_not_even_read() =>
        await _host.PostAsync("{", null).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");

    [Fact]
    public async Task An_activity_of_another_service_url_than_the_tokens_is_unauthorized() =>
        await PostAsync(TeamsWire.Message("reset").With("serviceUrl", "https://evil.example/")).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");

    [Fact]
    public async Task A_channel_that_the_key_is_not_endorsed_for_is_unauthorized() =>
        await PostAsync(TeamsWire.Message("reset").With("channelId", "webchat")).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");

    [Fact]
    public async Task Another_channel_is_forbidden_even_where_the_key_is_endorsed_for_it() =>
        await PostAsync(TeamsWire.Message("reset").With("channelId", "directline")).IsErrorAsync(HttpStatusCode.Forbidden, "ChannelNotAllowed");

    [Fact]
    public async Task Another_tenant_is_forbidden()
    {
        const string other = "d1b2f7e1-7a1f-4e1f-8b62-2a0b1b7b2c22";
        var stranger = TeamsWire.Message("reset").Set("channelData.tenant.id", other).Set("conversation.tenantId", other);
        await PostAsync(stranger).IsErrorAsync(HttpStatusCode.Forbidden, "TenantNotAllowed");
        await PostAsync(TeamsWire.Message("reset").Set("channelData.tenant.id", other)).IsErrorAsync(HttpStatusCode.Forbidden, "TenantNotAllowed");
        await PostAsync(TeamsWire.Message("reset").With("channelData", null).Set("conversation.tenantId", null))
            .IsErrorAsync(HttpStatusCode.Forbidden, "TenantNotAllowed");

        Assert.Equal(0, _host.Pipeline.Runs);
    }

    [Fact]
    public async Task Keys_out_of_reach_are_told_as_such()
    {
        _service.IsDown = true;

        using var answer = await PostAsync(TeamsWire.Message("reset"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("KeysUnavailable", (string?)(await answer.JsonAsync())["error"]!["code"]);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Malformed_json_is_a_bad_request()
    {
        var authorization = "Bearer " + Token();
        await _host.PostAsync("{", authorization).IsErrorAsync(HttpStatusCode.BadRequest, "BadRequest");
        await _host.PostAsync(new string('[', 100_000), authorization).IsErrorAsync(HttpStatusCode.BadRequest, "BadRequest");
        await _host.PostAsync("{}", authorization).IsErrorAsync(HttpStatusCode.BadRequest, "BadRequest");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_ceiling_is_too_large(bool withLength)
    {
        var body = Encoding.UTF8.GetBytes(TeamsWire.Message(new string('x', 1024 * 1024)).ToJsonString());
        using HttpContent content = withLength ? new ByteArrayContent(body) : new StreamContent(new Unseekable(body));
        content.Headers.ContentType = new("application/json");

        await _host.PostAsync(content, "Bearer " + Token()).IsErrorAsync(HttpStatusCode.RequestEntityTooLarge, "TooLarge");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task What_is_not_json_is_an_unsupported_type(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(TeamsWire.Message("reset").ToJsonString()));
        content.Headers.ContentType = type is null ? null : new(type);

        await _host.PostAsync(content, "Bearer " + Token()).IsErrorAsync(HttpStatusCode.UnsupportedMediaType, "NotJson");
    }

    [Fact]
    public async Task Without_an_app_id_and_outside_demo_mode_nobody_comes_in()
    {
        await using var bare = await TeamsHost.StartAsync(Environments.Production, []);

        await bare.PostLocalAsync(TeamsWire.Message("reset")).IsErrorAsync(HttpStatusCode.ServiceUnavailable, "TeamsNotConfigured");
        await bare.PostAsync(TeamsWire.Message("reset").ToJsonString(), "Bearer " + Token())
            .IsErrorAsync(HttpStatusCode.ServiceUnavailable, "TeamsNotConfigured");
        Assert.Equal(0, bare.Pipeline.Runs);
        Assert.Contains(bare.Log, line => line.StartsWith("Teams is not configured", StringComparison.Ordinal));
    }

    private TokenShape Token() => BotServiceStandIn.Token(_host.Time.GetUtcNow());

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => _host.PostAsync(activity, Token());
}
