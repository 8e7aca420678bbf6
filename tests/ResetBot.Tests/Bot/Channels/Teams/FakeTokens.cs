using ResetBot.Bot.Channels.Teams.Outbound;

namespace ResetBot.Tests.Bot.Channels.Teams;

internal sealed class FakeTokens : IConnectorTokens
{
    public const string Token = "the-bots-own-token";

    public Exception? Fault { get; set; }

    public int Given { get; private set; }

    public Task<string> GetAsync(CancellationToken cancellation)
    {
        Given++;
        return Fault is null ? Task.FromResult(Token) : Task.FromException<string>(Fault);
    }
}
