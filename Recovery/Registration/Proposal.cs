using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;

namespace ResetBot.Recovery.Registration;

/// <summary>Whether a destination may be registered, once its owner has confirmed it.</summary>
public abstract record Proposal
{
    private Proposal()
    {
    }

    /// <summary>A challenge to confirm it is on its way.</summary>
    public sealed record Asked(ProposedMethod Method, Challenge Challenge) : Proposal;

    /// <summary>It is made and confirmed on the secure page, without a challenge.</summary>
    public sealed record MadeOnPage : Proposal;

    /// <summary>The text is not an e-mail address.</summary>
    public sealed record NotAnAddress : Proposal;

    /// <summary>The address hangs on the account that it would have to recover.</summary>
    public sealed record DependsOnAccount : Proposal;

    /// <summary>The text is not a mobile number with its country.</summary>
    public sealed record NotAMobileNumber : Proposal;

    /// <summary>This very destination is registered already.</summary>
    public sealed record AlreadyRegistered : Proposal;

    /// <summary>Nothing is sent for this account until then.</summary>
    public sealed record SendsPaused(DateTimeOffset Until) : Proposal;

    /// <summary>No text messages and calls go to the country of the number until then; <see cref="DateTimeOffset.MaxValue"/> when none ever do.</summary>
    public sealed record CapReached(DateTimeOffset Until) : Proposal;

    /// <summary>Its owner was asked in another chat several times lately: not again before then.</summary>
    public sealed record AskedTooOften(DateTimeOffset Until) : Proposal;

    /// <summary>Too many wrong codes: this kind pauses until then.</summary>
    public sealed record Paused(DateTimeOffset Until) : Proposal;
}
