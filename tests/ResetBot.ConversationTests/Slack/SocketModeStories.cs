using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Connections are renewed, lost, refused or misused: nothing is lost, nothing is done twice, and nobody is asked over and over.</summary>
public sealed class SocketModeStories : SocketModeScene
{
    private const string Opening = "apps.connections.open";

    protected override ChatHostSettings Settings => new() { ExtraPeople = 20, Arguments = ["Slack:PersonKept=00:05:00"] };

    [Fact]
    public async Task A_command_typed_where_others_are_says_only_to_its_person_where_to_go()
    {
        var chat = Host.SlackChat(Host.Somebody());
        var answer = await Sockets.DeliverAsync("slash_commands", SlackWire.CommandOf(chat.User, "C0GENERAL", "reset"));
        Assert.Equal("ephemeral", (string?)answer?["response_type"]);
        Assert.NotEmpty((string?)answer?["text"] ?? "");
        await chat.SeesEver("step 1 of 2");
        Assert.Null(await Sockets.DeliverAsync("slash_commands", SlackWire.CommandOf(chat.User, chat.User.Direct, "help")));
    }

    [Fact]
    public async Task What_is_typed_into_a_window_is_answered_there()
    {
        var chat = Host.SlackChat(Host.Somebody());
        var answer = await Sockets.DeliverAsync("interactive", SlackWire.Submission(chat.User, "V1", "link", "no code"));
        Assert.Equal("errors", (string?)answer?["response_action"]);
        Assert.Contains("no code of 8 digits", (string?)answer?["errors"]?["input"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_new_connection_is_there_before_the_old_one_goes(string reason)
    {
        var old = Sockets.Lines[0];
        await old.AskToLeaveAsync(reason);
        await Sockets.UntilAsync(() => Sockets.Opened == 3 && Sockets.Lines.Count == 2);
        Assert.True(old.IsOpen);
        var chat = Host.SlackChat(Host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await old.CloseAsync();
        await Sockets.UntilAsync(() => !old.IsOpen);
        await chat.Says("cancel").Sees("Stopped");
        Assert.Equal(3, Sockets.Opened);
    }

    [Fact]
    public async Task What_an_old_connection_still_brings_is_done_and_acknowledged()
    {
        var old = Sockets.Lines[0];
        await old.AskToLeaveAsync("warning");
        await Sockets.UntilAsync(() => Sockets.Opened == 3 && Sockets.Lines.Count == 2);
        var chat = Host.SlackChat(Host.Somebody());
        var (isAcknowledged, _) = await old.AskAsync(SlackSockets.Envelope("events_api", chat.Message("reset")));
        Assert.True(isAcknowledged);
        await chat.SeesEver("step 1 of 2");
    }

    [Fact]
    public async Task An_old_connection_that_nobody_closes_is_closed_here()
    {
        var old = Sockets.Lines[0];
        var leaving = Host.Clock.WaitingAsync(wait => wait == TimeSpan.FromSeconds(30));
        await old.AskToLeaveAsync("warning");
        await Sockets.UntilAsync(() => Sockets.Opened == 3 && Sockets.Lines.Count == 2);
        await leaving;
        Host.Clock.Advance(TimeSpan.FromSeconds(30));
        await Sockets.UntilAsync(() => !old.IsOpen);
    }

    [Fact]
    public async Task What_was_not_acknowledged_when_the_connection_was_lost_comes_again_and_acts_once()
    {
        var chat = Host.SlackChat(Host.Somebody());
        await chat.Says("hello").Sees("");
        Directory.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = chat.PostAsync(chat.Message("reset"));
        await Directory.Held.Task.WaitAsync(TimeSpan.FromSeconds(20));
        foreach (var line in Sockets.Lines)
        {
            line.Drop();
        }

        await Sockets.UntilAsync(() => Sockets.Opened == 4 && Sockets.Lines.Sum(line => line.Waiting) == 1);
        Directory.Hold.SetResult();
        Directory.Hold = null;
        await sending;
        await chat.SeesEver("step 1 of 2");
        await Host.QuietAsync();
        Assert.Equal(1, Host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task What_comes_while_the_service_is_away_comes_when_it_is_back()
    {
        await Host.StopAsync();
        Assert.Empty(Sockets.Lines);
        var chat = Host.SlackChat(Host.Somebody());
        var sending = chat.PostAsync(chat.Message("reset"));
        await Host.StartAgainAsync();
        await sending;
        await chat.SeesEver("step 1 of 2");
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    [InlineData("500")]
    [InlineData("503")]
    public async Task A_refused_connection_is_asked_for_later_and_later(string answer)
    {
        const int Refusals = 6;
        Host.Slack!.Script(Opening, [.. Enumerable.Repeat(answer, Refusals)]);
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var called = Asked();
        var waiting = WaitingAsync(seconds: 2);
        Sockets.Lines[0].Drop();
        await waiting;
        Assert.Equal(called + 1, Asked());
        Assert.Contains(Host.Log, line => line.Contains("Slack gives no connection", StringComparison.Ordinal));
        for (var refusal = 2; refusal <= Refusals; refusal++)
        {
            waiting = WaitingAsync(seconds: 1 << refusal);
            Host.Clock.Advance(TimeSpan.FromMinutes(5));
            await waiting;
            Assert.Equal(called + refusal, Asked());
        }

        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await Sockets.UntilAsync(() => Sockets.Lines.Count == 2);
        Assert.Equal(called + Refusals + 1, Asked());
    }

    [Fact]
    public async Task A_connection_that_is_taken_back_at_once_is_not_asked_for_over_and_over()
    {
        var line = Sockets.Lines[0];
        await line.AskToLeaveAsync("link_disabled");
        await Sockets.UntilAsync(() => Sockets.Opened == 3 && Sockets.Lines.Count == 2);
        var waiting = WaitingAsync(seconds: 2);
        await Sockets.Lines[1].AskToLeaveAsync("link_disabled");
        await waiting;
        Assert.Equal(3, Sockets.Opened);
        Assert.Contains(Host.Log, said => said.Contains("Socket Mode is switched off", StringComparison.Ordinal));
        Host.Clock.Advance(TimeSpan.FromSeconds(3));
        await Sockets.UntilAsync(() => Sockets.Opened == 4);
    }

    [Fact]
    public async Task One_that_is_too_many_says_so()
    {
        Sockets.Most = 1;
        await Sockets.Lines[0].AskToLeaveAsync("warning");
        await Host.LogsAsync("took the connection back at once (too_many_websockets)");
    }

    [Fact]
    public async Task What_there_is_no_room_for_is_not_acknowledged()
    {
        var (first, second) = (Host.SlackChat(Host.Somebody()), Host.SlackChat(Host.Somebody()));
        await first.Says("hello").Sees("");
        await second.Says("hello").Sees("");
        Directory.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holding = first.PostAsync(first.Message("reset"));
        await Directory.Held.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var more = Enumerable.Range(0, 20).Select(_ => Sockets.Lines[0].AskAsync(SlackSockets.Envelope("events_api", first.Message("help")))).ToList();
        await Host.LogsAsync("could not be done now; Slack sends events again");
        Assert.Contains(more, asked => !asked.IsCompleted);
        Directory.Hold.SetResult();
        Directory.Hold = null;
        await holding;
        await second.Says("reset").Sees("step 1 of 2");
    }

    [Theory]
    [InlineData("ws://10.1.2.3/link/")]
    [InlineData("http://slack.example/")]
    [InlineData("nowhere")]
    public async Task Nobody_is_connected_to_without_being_protected(string address)
    {
        Sockets.SaysAddress = address;
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var waiting = WaitingAsync(seconds: 2);
        Sockets.Lines[0].Drop();
        await waiting;
        Assert.Contains(Host.Log, line => line.Contains("not a wss address", StringComparison.Ordinal));
        Assert.DoesNotContain(Host.Log, line => line.Contains(address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flood_is_acknowledged_and_each_event_acts_once()
    {
        const int Events = 200;
        var chats = Enumerable.Range(0, 10).Select(_ => Host.SlackChat(Host.Somebody())).ToList();
        var events = Enumerable.Range(0, Events).Select(number => (Chat: chats[number % chats.Count], Text: number < chats.Count ? "reset" : "help"));
        var slowest = await SlackFlood.SlowestAsync(events.Select(sent => (sent.Chat, sent.Chat.Message(sent.Text))));
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"One was acknowledged after {slowest}.");
        await Host.QuietAsync();
        Assert.All(chats, chat => Assert.Equal(1, Host.Count(chat.Person, "CaseStarted")));
        Assert.All(chats, chat => Assert.Equal((Events / chats.Count) - 1, chat.All.Count(message => message.Text.Contains("What I can do", StringComparison.Ordinal))));
    }

    // Somebody begins to wait about so long.
    private Task WaitingAsync(double seconds) =>
        Host.Clock.WaitingAsync(wait => wait > TimeSpan.FromSeconds(seconds * 0.79) && wait < TimeSpan.FromSeconds(seconds * 1.21));

    private int Asked() => Host.Slack!.Calls.Count(call => call.Method == Opening);
}
