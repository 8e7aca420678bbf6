using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>One host for all stories of a class; each has people of its own.</summary>
public class HostFixture : IAsyncLifetime
{
    public ChatHost Host { get; private set; } = null!;

    protected virtual ChatHostSettings Settings => new();

    public async ValueTask InitializeAsync() => Host = await ChatHost.StartAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
