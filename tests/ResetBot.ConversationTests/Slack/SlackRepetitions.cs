using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Turns;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What the service does not take comes again, at once, after a minute and after five, and acts once; what it forbids to come again does not.</summary>
public sealed class SlackRepetitions : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private FlakyDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        InSlack = true,
        ExtraPeople = 2,
        Directory = directory => _directory = new FlakyDirectory(directory),
        Arguments = ["Turns:MostAtOnce=1"],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_event_for_which_there_was_no_room_comes_again_and_acts_once()
    {
        var chat = await KnownAsync();
        Task<IReadOnlyList<SlackAttempt>> delivering;
        using (Full())
        {
            var waiting = _host.Clock.WaitingAsync(wait => wait == Minute);
            delivering = chat.DeliversAsync(chat.Message("reset"));
            await waiting;
        }

        _host.Clock.Advance(Minute);
        var attempts = await delivering;
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], attempts.Select(attempt => attempt.Status));
        Assert.Equal([(0, null), (1, "http_error"), (2, "http_error")], attempts.Select(attempt => (attempt.Number, attempt.Reason)));
        await _host.QuietAsync();
        Assert.Single(chat.All, message => message.Text.Contains("step 1 of 2", StringComparison.Ordinal));
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task After_five_minutes_it_comes_for_the_last_time()
    {
        var chat = await KnownAsync();
        using (Full())
        {
            var waiting = _host.Clock.WaitingAsync(wait => wait == Minute);
            var delivering = chat.DeliversAsync(chat.Message("reset"));
            await waiting;
            waiting = _host.Clock.WaitingAsync(wait => wait == 5 * Minute);
            _host.Clock.Advance(Minute);
            await waiting;
            _host.Clock.Advance(5 * Minute);
            var attempts = await delivering;
            Assert.Equal([0, 1, 2, 3], attempts.Select(attempt => attempt.Number));
            Assert.All(attempts, attempt => Assert.Equal(HttpStatusCode.ServiceUnavailable, attempt.Status));
        }

        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task An_event_that_is_answered_too_late_comes_again_and_acts_once()
    {
        var chat = await KnownAsync();
        _directory.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var delivering = chat.DeliversAsync(chat.Message("reset"));
        await _directory.Held.Task.WaitAsync(TimeSpan.FromSeconds(20));
        _host.Clock.Advance(SlackEvents.Patience);
        var attempts = await delivering;
        Assert.Equal([(null, "http_timeout"), (HttpStatusCode.OK, null)], attempts.Select(attempt => (attempt.Status, attempt.Fault)));
        _directory.Hold.SetResult();
        _directory.Hold = null;
        await chat.SeesEver("step 1 of 2");
        await _host.QuietAsync();
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task An_event_of_a_workspace_that_is_not_served_does_not_come_again()
    {
        var chat = await KnownAsync();
        var message = chat.Message("reset");
        message["authorizations"]![0]!["team_id"] = "T0FOREIGN";
        var attempt = Assert.Single(await chat.DeliversAsync(message));
        Assert.Equal((HttpStatusCode.Forbidden, true), (attempt.Status, attempt.IsLast));
        await chat.SeesNo();
    }

    [Fact]
    public async Task What_the_service_took_comes_once()
    {
        var chat = await KnownAsync();
        var attempt = Assert.Single(await chat.DeliversAsync(chat.Message("reset")));
        Assert.Equal((HttpStatusCode.OK, null), (attempt.Status, attempt.Fault));
        await chat.SeesEver("step 1 of 2");
    }

    private async Task<SlackChatDriver> KnownAsync()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        return chat;
    }

    // The one place is taken by somebody else.
    private IDisposable Full() => _host.Services.GetRequiredService<TurnGate>().Enter("somebody else");
}
