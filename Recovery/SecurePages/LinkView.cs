using ResetBot.Recovery.Cases;

namespace ResetBot.Recovery.SecurePages;

/// <summary>What a browser that comes with a handle may see.</summary>
public abstract record LinkView
{
    private LinkView()
    {
    }

    /// <summary>Never was, expired, void, or used elsewhere.</summary>
    public sealed record Gone : LinkView;

    /// <summary>It waits for its number.</summary>
    public sealed record AsksNumber : LinkView;

    /// <summary>It is of a case that was begun in another browser, and opens there only. Whoever got it from somebody else must be warned.</summary>
    public sealed record BelongsElsewhere : LinkView;

    /// <summary>Open, in another browser.</summary>
    public sealed record OpenElsewhere : LinkView;

    /// <summary>Open in this browser.</summary>
    public sealed record OpenHere(SecureLink Link, RecoveryCase Case) : LinkView;

    /// <summary>What was typed in this browser is being worked on.</summary>
    public sealed record Working(LinkPurpose Purpose) : LinkView;

    /// <summary>Used, in this browser.</summary>
    public sealed record Done(LinkPurpose Purpose) : LinkView;
}
