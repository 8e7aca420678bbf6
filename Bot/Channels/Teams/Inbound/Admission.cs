using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>On what ground a request is let in, if it is.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    internal sealed record ByToken(ChannelToken Token) : Admission;

    /// <summary>Demo mode, and everything about the request is loopback.</summary>
    internal sealed record AsDemo : Admission;

    internal sealed record Refused(Refusal Refusal) : Admission;
}
