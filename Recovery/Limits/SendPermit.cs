namespace ResetBot.Recovery.Limits;

/// <summary>Whether a code may be sent.</summary>
internal abstract record SendPermit
{
    private SendPermit()
    {
    }

    /// <summary>It is to be sent.</summary>
    /// <param name="IsDecoy">It goes nowhere, and nobody must notice.</param>
    public sealed record Granted(bool IsDecoy) : SendPermit;

    /// <summary>Nothing is sent for this account until then.</summary>
    public sealed record Paused(DateTimeOffset Until) : SendPermit;

    /// <summary>No codes go to the country of the number until then.</summary>
    public sealed record Capped(DateTimeOffset Until) : SendPermit;
}
