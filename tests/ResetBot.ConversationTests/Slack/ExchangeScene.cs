using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The app was installed before its tokens expired. Token rotation is switched on in its settings when a story says so.</summary>
public class ExchangeScene : IAsyncLifetime
{
    protected const string Method = "oauth.v2.exchange";
    protected const string Exchanged = "The token of T0ONE in Slack, which did not expire, was exchanged for one that does";
    protected const string NeverExchanged = "Slack does not exchange the token of T0ONE";
    protected static readonly TimeSpan Day = TimeSpan.FromDays(1);
    protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected ChatHost Host { get; private set; } = null!;

    /// <summary>A chat of somebody where it is installed.</summary>
    protected SlackChatDriver Chat { get; private set; } = null!;

    protected SlackInstalls Installs => Host.Slack!.Installs;

    /// <summary>Everything that was asked for, oldest first.</summary>
    protected IReadOnlyList<SlackCall> Asked => [.. Host.Slack!.Calls.Where(call => call.Method == Method)];

    public async ValueTask InitializeAsync()
    {
        Host = await ChatHost.StartAsync(Installable(adapt: FlakyUnits.Add));
        await Host.InstalledAsync(One);
        Chat = Host.SlackChat(Host.Somebody(), at: One);
        await Chat.Says("help").Sees("What I can do");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Rotation is switched on, and the service started again.</summary>
    protected Task SwitchedOnAsync()
    {
        Installs.Rotates = true;
        return RestartedAsync();
    }

    /// <summary>Started again, and what looks every minute has looked.</summary>
    protected async Task RestartedAsync()
    {
        var looked = LookedAsync();
        await Host.RestartAsync();
        await looked;
    }

    /// <summary>Time passes, and what looks every minute has looked.</summary>
    protected async Task LooksAsync(TimeSpan time)
    {
        var looked = LookedAsync();
        Host.Clock.Advance(time);
        await looked;
    }

    /// <summary>What looks every minute has looked, and waits again.</summary>
    protected Task LookedAsync() => Host.Clock.WaitingAsync(wait => wait == Minute);

    protected async Task CalledAsync(string method)
    {
        var called = new TaskCompletionSource();
        Host.Slack!.Arrived += call => _ = call.Method == method && called.TrySetResult();
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Somebody is served, with this token.</summary>
    protected async Task ServesWithAsync(string? token)
    {
        await Chat.Says("help").Sees("What I can do");
        Assert.Equal(token, Host.LastToken());
    }

    /// <summary>Somebody is served, with the newest token that Slack gave.</summary>
    protected Task ServesWithTheNewestAsync() => ServesWithAsync(Installs.Live("T0ONE")[^1]);

    protected bool Logged(string words) => Host.Log.Any(line => line.Contains(words, StringComparison.Ordinal));
}
