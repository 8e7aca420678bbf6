namespace ResetBot.Bot.Channels.Teams;

/// <summary>The Microsoft cloud that the tenant lives in.</summary>
internal enum TeamsCloud
{
    Public,

    /// <summary>GCC: the public cloud's tokens, a connector of its own.</summary>
    Gcc,

    /// <summary>GCC High.</summary>
    UsGov,

    China,
}
