using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>One host for all stories of a class; each has people of its own.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    public ChatHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
