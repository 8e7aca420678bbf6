namespace ResetBot.Bot.Couriers.Mail;

/// <summary>The application's own token, with which it shows Graph who it is.</summary>
internal interface IGraphTokens
{
    /// <summary>A token that is valid for some minutes more; null when none can be had at the moment.</summary>
    Task<string?> GetAsync(CancellationToken cancellation);
}
