using Azure.Identity;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Outbound;

public sealed class ConnectorAnswersTests : ConnectorScene
{
    [Theory]
    [InlineData(200, "{\"id\":\"5\"}", "5")]
    [InlineData(201, "{\"id\":\"5\"}", "5")]
    [InlineData(202, "", null)]
    [InlineData(200, "not json", null)]
    [InlineData(200, "[]", null)]
    [InlineData(200, "{\"id\":7}", null)]
    public async Task A_success_is_a_success_whatever_its_body(int status, string body, string? id)
    {
        Connector.Script(new ScriptedAnswer(status, body));

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
    [InlineData(501, "UnknownInvoke")]
    [InlineData(302, "Found")]
    public async Task What_will_never_work_is_refused_and_not_repeated(int status, string code)
    {
        Connector.Script(ScriptedAnswer.Error(status, code));

        Assert.Equal(new Delivery.Refused($"{status} {code}"), await SendAsync(Hello));
        Assert.Single(Connector.Calls);
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(404, "ConversationNotFound")]
    public async Task A_closed_conversation_is_gone(int status, string code)
    {
        Connector.Script(ScriptedAnswer.Error(status, code));

        Assert.Equal(new Delivery.Gone($"{status} {code}"), await SendAsync(Hello));
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task A_conversation_that_the_person_blocked_is_gone()
    {
        Connector.Script(ScriptedAnswer.SubCode(403, "MessageWritesBlocked"));

        Assert.Equal(new Delivery.Gone("403 MessageWritesBlocked"), await SendAsync(Hello));
    }

    [Fact]
    public async Task An_update_of_a_deleted_message_is_refused()
    {
        Connector.Script(ScriptedAnswer.Error(404, "ActivityNotFoundInConversation"));

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
        Connector.Script(code.Length > 0 ? ScriptedAnswer.Error(status, code) : new ScriptedAnswer(status, "<html>"));

        Assert.Equal(new Delivery.Retry(null, $"{status} {code}".Trim()), await SendAsync(Hello));
        Assert.Single(Connector.Calls);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Fri, 21 Aug 2026 10:00:42 GMT", 42)]
    [InlineData("Fri, 21 Aug 2026 09:00:00 GMT", 0)]
    [InlineData("999999", 3600)]
    public async Task The_far_end_says_when_to_come_back(string retryAfter, int seconds)
    {
        Connector.Script(ScriptedAnswer.Error(429, "Throttled", "Retry-After: " + retryAfter));

        var retry = Assert.IsType<Delivery.Retry>(await SendAsync(Hello));

        Assert.Equal(TimeSpan.FromSeconds(seconds), retry.After);
    }

    [Fact]
    public async Task A_retry_after_that_nobody_understands_is_none()
    {
        Connector.Script(ScriptedAnswer.Error(503, "x", "Retry-After: soon"));

        Assert.Null(Assert.IsType<Delivery.Retry>(await SendAsync(Hello)).After);
    }

    [Fact]
    public async Task A_wrong_host_is_answered_by_calling_the_gcc_once()
    {
        Connector.Script(ScriptedAnswer.Error(403, "InvalidBotApiHost"));
        Assert.Equal(new Delivery.Delivered("sent-1"), await SendAsync(Hello));
        Assert.Equal(["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"], Parts.Detour.Meant.Select(address => address.Host));

        Connector.Script(ScriptedAnswer.Error(403, "InvalidBotApiHost"), ScriptedAnswer.Error(403, "InvalidBotApiHost"));
        Assert.Equal(new Delivery.Refused("403 InvalidBotApiHost"), await SendAsync(Hello));
        Assert.Equal(4, Connector.Calls.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_retried_later()
    {
        Connector.Script(ScriptedAnswer.HangUp);

        Assert.IsType<Delivery.Retry>(await SendAsync(Hello));
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_retried_later()
    {
        await Connector.DisposeAsync();

        Assert.IsType<Delivery.Retry>(await SendAsync(Hello));
    }

    [Fact]
    public async Task A_connector_that_never_answers_is_given_up_after_ten_seconds()
    {
        Connector.Script(ScriptedAnswer.Silence);
        var sending = SendAsync(Hello);
        await Connector.NextAsync(TestContext.Current.CancellationToken);

        Parts.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.IsType<Delivery.Retry>(await sending);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_a_delivery()
    {
        Connector.Script(ScriptedAnswer.Silence);
        using var impatience = new CancellationTokenSource();
        var sending = Parts.Get<ConnectorClient>().SendAsync(QueuedActivity.Of(Hello), null, impatience.Token);
        await Connector.NextAsync(TestContext.Current.CancellationToken);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_it_is_retried_later()
    {
        Parts.Tokens.Fault = new AuthenticationFailedException("wrong secret");

        var retry = Assert.IsType<Delivery.Retry>(await SendAsync(Hello));

        Assert.DoesNotContain("wrong secret", retry.Why, StringComparison.Ordinal);
        Assert.Empty(Connector.Calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new ConnectorStandIn();
        await elsewhere.StartAsync();
        Connector.Script(new ScriptedAnswer(307, "", "Location: " + elsewhere.Address));

        Assert.IsType<Delivery.Refused>(await SendAsync(Hello));
        Assert.Empty(elsewhere.Calls);
    }
}
