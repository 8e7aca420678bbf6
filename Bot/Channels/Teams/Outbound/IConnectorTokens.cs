namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>The bot's own token, with which it shows the connector who it is.</summary>
internal interface IConnectorTokens
{
    /// <summary>A token that is valid for some minutes more; kept and renewed by whoever issues it.</summary>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">None can be had at the moment.</exception>
    Task<string> GetAsync(CancellationToken cancellation);
}
