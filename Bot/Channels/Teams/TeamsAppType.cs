namespace ResetBot.Bot.Channels.Teams;

/// <summary>How the bot is registered with Azure Bot Service; it decides where the outbound token comes from.</summary>
internal enum TeamsAppType
{
    /// <summary>One app for every tenant. No new ones can be registered since 2025-07-31.</summary>
    MultiTenant,

    /// <summary>An app of the home tenant.</summary>
    SingleTenant,

    /// <summary>A user-assigned managed identity: no secret to keep.</summary>
    ManagedIdentity,
}
