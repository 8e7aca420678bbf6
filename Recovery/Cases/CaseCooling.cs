namespace ResetBot.Recovery.Cases;

/// <summary>How a proved reset stands with the waiting time of its policy.</summary>
public abstract record CaseCooling
{
    private CaseCooling()
    {
    }

    /// <summary>There is no waiting time.</summary>
    public sealed record None : CaseCooling;

    /// <summary>The new password is asked for from <paramref name="Until"/> on.</summary>
    public sealed record Waits(DateTimeOffset Until) : CaseCooling;

    /// <summary>The waiting time is over; the new password can be chosen until <paramref name="ComeBy"/>.</summary>
    public sealed record Over(DateTimeOffset ComeBy) : CaseCooling;

    /// <summary>The policies came to ask for more than was proved.</summary>
    public sealed record Overruled : CaseCooling;

    /// <summary>The owner of the account objected, or there is no such account any more.</summary>
    public sealed record Stopped : CaseCooling;
}
