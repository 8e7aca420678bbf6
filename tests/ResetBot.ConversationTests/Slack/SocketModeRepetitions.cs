using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Turns;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What is not acknowledged over a connection within three seconds comes again when it is an event, and never when it is a tap or a command.</summary>
public sealed class SocketModeRepetitions : SocketModeScene
{
    protected override ChatHostSettings Settings => new() { ExtraPeople = 2, Arguments = ["Turns:MostAtOnce=1"] };

    [Fact]
    public async Task An_event_that_nobody_acknowledges_in_time_comes_again_and_acts_once()
    {
        var chat = Host.SlackChat(Host.Somebody());
        await chat.Says("hello").Sees("");
        Task<(bool IsAcknowledged, JsonNode?)> offering;
        using (Host.Services.GetRequiredService<TurnGate>().Enter("somebody else"))
        {
            offering = Sockets.OfferAsync("events_api", chat.Message("reset"));
            await PassesAsync(refusals: 1);
            var waiting = Host.Clock.WaitingAsync(wait => wait == TimeSpan.FromMinutes(1));
            await PassesAsync(refusals: 2);
            await waiting;
        }

        Assert.False(offering.IsCompleted);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await offering).IsAcknowledged);
        await Host.QuietAsync();
        Assert.Single(chat.All, message => message.Text.Contains("step 1 of 2", StringComparison.Ordinal));
        Assert.Equal(1, Host.Count(chat.Person, "CaseStarted"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tap_or_a_command_whose_connection_is_lost_does_not_come_again_and_is_done(bool isTap)
    {
        var chat = Host.SlackChat(Host.Somebody());
        await chat.Says("hello").Sees("");
        Directory.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var offering = isTap
            ? Sockets.OfferAsync("interactive", SlackWire.HomeTap(chat.User, " reset"))
            : Sockets.OfferAsync("slash_commands", SlackWire.CommandOf(chat.User, chat.User.Direct, "reset"));
        await Directory.Held.Task.WaitAsync(TimeSpan.FromSeconds(20));
        foreach (var line in Sockets.Lines)
        {
            line.Drop();
        }

        Assert.False((await offering).IsAcknowledged);
        await Sockets.UntilAsync(() => Sockets.Opened == 4 && Sockets.Lines.Count == 2);
        Assert.All(Sockets.Lines, line => Assert.Equal(0, line.Waiting));
        Directory.Hold.SetResult();
        Directory.Hold = null;
        await chat.SeesEver("step 1 of 2");
        Assert.Equal(1, Host.Count(chat.Person, "CaseStarted"));
    }

    // Three seconds, once the service could not do it so often.
    private async Task PassesAsync(int refusals)
    {
        await Host.LogsAsync("could not be done now; Slack sends events again", refusals);
        Host.Clock.Advance(SlackEvents.Patience);
    }
}
