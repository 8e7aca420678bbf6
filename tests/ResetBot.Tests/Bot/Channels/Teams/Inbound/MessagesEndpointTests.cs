using System.Net;
using System.Text.Json.Nodes;
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

        await AfterWaitingAsync(9);

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

        await AfterWaitingAsync(4);

        using var answer = await answering;
        await IsInvokeAsync(answer, 200, InvokeAnswer.MessageType, new TeamsWords().StillWorking("sv-SE"));
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
    public async Task A_button_with_nothing_more_to_say_is_still_answered_with_a_word()
    {
        using var answer = await PostAsync(Choose("email"));

        await IsInvokeAsync(answer, 200, InvokeAnswer.MessageType, "Mottaget.");
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
        await PostAsync(TeamsWire.Activity("invoke").With("name", "task/fetch")).IsErrorAsync(HttpStatusCode.BadRequest, "UnknownInvoke");

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
    public async Task A_stopping_host_waits_for_turns_that_outlive_their_request()
    {
        var saved = new TaskCompletionSource<TurnReceipt>();
        _host.Pipeline.Answer = (_, _) => saved.Task;
        var answering = PostAsync(TeamsWire.Message("reset"));
        await _host.Pipeline.NextAsync();
        await AfterWaitingAsync(9);
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
        await AfterWaitingAsync(9);
        using var answer = await answering;

        await _host.StopAsync(new CancellationToken(canceled: true));

        await cancelled.Task;
    }

    private static JsonObject Choose(string choice) => TeamsWire.CardAction(new JsonObject { ["prompt"] = "p-1", ["choice"] = choice });

    // The pipeline has the activity before the endpoint begins to wait for it.
    private Task AfterWaitingAsync(int seconds) =>
        _host.Time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private TokenShape Token() => BotServiceStandIn.Token(_host.Time.GetUtcNow());

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => _host.PostAsync(activity, Token());

    private static async Task IsInvokeAsync(HttpResponseMessage answer, int status, string type, JsonNode value)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var expected = new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value.DeepClone() };
        Assert.True(JsonNode.DeepEquals(expected, await answer.JsonAsync()));
    }
}
