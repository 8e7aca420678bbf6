using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>A host of its own for each story, whose people chat in Slack over the app's connections, which are open when the story begins.</summary>
public abstract class SocketModeScene : IAsyncLifetime
{
    protected ChatHost Host { get; private set; } = null!;

    protected FlakyDirectory Directory { get; private set; } = null!;

    protected SlackSockets Sockets => Host.Slack!.Sockets;

    /// <summary>How the host differs from the usual one.</summary>
    protected virtual ChatHostSettings Settings => new() { ExtraPeople = 2 };

    /// <summary>How many connections it opens.</summary>
    protected virtual int Connections => 2;

    public async ValueTask InitializeAsync()
    {
        Host = await ChatHost.StartAsync(Settings with
        {
            InSlack = true,
            BySocket = true,
            Directory = directory => Directory = new FlakyDirectory(directory),
        });
        await Host.LogsAsync("A connection to Slack is open", times: Connections);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
