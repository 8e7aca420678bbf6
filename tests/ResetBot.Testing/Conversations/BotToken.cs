using ResetBot.Bot.Channels.Teams.Outbound;

namespace ResetBot.Testing.Conversations;

/// <summary>The token with which the bot speaks to its connector.</summary>
internal sealed class BotToken : IConnectorTokens
{
    public const string Text = "the-bots-own-token-of-4711";

    public Task<string> GetAsync(CancellationToken cancellation) => Task.FromResult(Text);
}
