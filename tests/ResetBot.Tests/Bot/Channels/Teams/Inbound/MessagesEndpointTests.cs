using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class MessagesEndpointTests : IAsyncLifetime
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
    public async Task A_message_is_acknowledged_when_its_turn_is_saved()
    {
        var saved = new TaskCompletionSource<TurnReceipt>();
        _host.Pipeline.Answer = (_, _) => saved.Task;

        var answering = PostAsync(TeamsWire.Message("reset"));
        var activity = await _host.Pipeline.NextAsync();
        Assert.False(answering.IsCompleted);
        saved.SetResult(TurnReceipt.Nothing);

        using var answer = await answering;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("reset", activity.Text);
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_to_be_delivered_again_and_goes_on()
    {
        var saved = new TaskCompletionSource<TurnReceipt>();
        CancellationToken seen = default;
        _host.Pipeline.Answer = (_, cancellation) =>
        {
            seen = cancellation;
            return saved.Task;
        };
        var answering = PostAsync(TeamsWire.Message("reset"));
        await _host.Pipeline.NextAsync();

        _host.Time.Advance(TimeSpan.FromSeconds(9));

        using var answer = await answering;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.False(seen.IsCancellationRequested);
        saved.SetResult(TurnReceipt.Nothing);
    }

    [Fact]
    public async Task A_slow_button_is_answered_with_words_after_four_seconds_and_its_turn_goes_on()
    {
        var saved = new TaskCompletionSource<TurnReceipt>();
        _host.Pipeline.Answer = (_, _) => saved.Task;
        var answering = PostAsync(Choose("email"));
        await _host.Pipeline.NextAsync();

        _host.Time.Advance(TimeSpan.FromSeconds(4));

        using var answer = await answering;
        await IsInvokeAsync(answer, 200, InvokeAnswer.MessageType, new BuiltInTeamsWords().StillWorking("sv-SE"));
        saved.SetResult(TurnReceipt.Nothing);
    }

    [Fact]
    public async Task A_button_is_answered_with_a_card()
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" };
        _host.Pipeline.Answer = (_, _) => Task.FromResult(new TurnReceipt(Card: card));

        using var answer = await PostAsync(Choose("email"));

        await IsInvokeAsync(answer, 200, InvokeAnswer.CardType, card);
    }

    [Fact]
    public async Task A_button_is_answered_with_words_where_there_is_no_card()
    {
        _host.Pipeline.Answer = (_, _) => Task.FromResult(new TurnReceipt(Message: "That question is closed."));

        using var answer = await PostAsync(Choose("email"));

        await IsInvokeAsync(answer, 200, InvokeAnswer.MessageType, "That question is closed.");
    }

    [Fact]
    public async Task A_button_that_is_none_of_ours_is_told_so_inside_the_answer()
    {
        using var answer = await PostAsync(TeamsWire.CardAction(new JsonObject { ["choice"] = "email" }, verb: "erase"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.JsonAsync();
        Assert.Equal((400, InvokeAnswer.ErrorType), ((int)body["statusCode"]!, (string?)body["type"]));
        Assert.Equal("BadRequest", (string?)body["value"]!["code"]);
        Assert.Equal(0, _host.Pipeline.Runs);
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_not_implemented() =>
        await PostAsync(TeamsWire.Activity("invoke").With("name", "task/fetch")).IsErrorAsync(HttpStatusCode.NotImplemented, "NotImplemented");

    [Fact]
    public async Task A_failing_turn_is_an_error_without_its_reason()
    {
        _host.Pipeline.Answer = (_, _) => throw new InvalidOperationException("secret detail");

        using var message = await PostAsync(TeamsWire.Message("reset"));
        using var button = await PostAsync(Choose("email"));

        Assert.Equal(HttpStatusCode.InternalServerError, message.StatusCode);
        Assert.Equal("InternalError", (string?)(await message.JsonAsync())["error"]!["code"]);
        Assert.Equal(HttpStatusCode.OK, button.StatusCode);
        Assert.Equal(500, (int)(await button.JsonAsync())["statusCode"]!);
        foreach (var answer in new[] { message, button })
        {
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("secret detail", body, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_timeout_inside_the_turn_is_a_failure_and_not_a_slow_turn()
    {
        _host.Pipeline.Answer = (_, _) => throw new TimeoutException();

        await PostAsync(TeamsWire.Message("reset")).IsErrorAsync(HttpStatusCode.InternalServerError, "InternalError");
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
    }

    [Fact]
    public async Task A_stopping_host_waits_for_turns_that_outlive_their_request()
    {
        var saved = new TaskCompletionSource<TurnReceipt>();
        _host.Pipeline.Answer = (_, _) => saved.Task;
        var answering = PostAsync(TeamsWire.Message("reset"));
        await _host.Pipeline.NextAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(9));
        using var answer = await answering;

        var stopping = _host.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        saved.SetResult(TurnReceipt.Nothing);

        await stopping;
    }

    [Fact]
    public async Task A_stopping_host_without_time_cancels_the_turns_that_are_left()
    {
        var cancelled = new TaskCompletionSource();
        _host.Pipeline.Answer = async (_, cancellation) =>
        {
            await using var registration = cancellation.Register(cancelled.SetResult);
            await cancelled.Task;
            throw new OperationCanceledException(cancellation);
        };
        var answering = PostAsync(TeamsWire.Message("reset"));
        await _host.Pipeline.NextAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(9));
        using var answer = await answering;

        await _host.StopAsync(new CancellationToken(canceled: true));

        await cancelled.Task;
    }

    private static JsonObject Choose(string choice) => TeamsWire.CardAction(new JsonObject { ["prompt"] = "p-1", ["choice"] = choice });

    private TokenShape Token() => BotServiceStandIn.Token(_host.Time.GetUtcNow());

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => _host.PostAsync(activity, Token());

    private static async Task IsInvokeAsync(HttpResponseMessage answer, int status, string type, JsonNode value)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var expected = new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value.DeepClone() };
        Assert.True(JsonNode.DeepEquals(expected, await answer.JsonAsync()));
    }
}
