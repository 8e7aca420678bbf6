namespace ResetBot.Recovery.Methods;

/// <summary>Whether a registered method may prove something now, and if not, why: each refusal is explained to the person.</summary>
public abstract record MethodStanding
{
    private MethodStanding()
    {
    }

    public sealed record Counts : MethodStanding;

    /// <summary>It was added or changed lately and counts from <paramref name="From"/>.</summary>
    public sealed record NotYet(DateTimeOffset From) : MethodStanding;

    /// <summary>Too many wrong answers: it pauses until <paramref name="Until"/>.</summary>
    public sealed record Paused(DateTimeOffset Until) : MethodStanding;

    /// <summary>It hangs on the account that is being recovered.</summary>
    public sealed record DependsOnAccount : MethodStanding;

    /// <summary>Calls to it ring through the account that is being recovered.</summary>
    public sealed record RingsInAccount : MethodStanding;

    /// <summary>Its owner could write another number into the directory, and so could whoever holds a session of theirs.</summary>
    public sealed record OwnerMayChange : MethodStanding;

    /// <summary>It has already been used in this case.</summary>
    public sealed record GroupUsed : MethodStanding;

    /// <summary>It hangs on the same thing as <paramref name="With"/>: the two count once.</summary>
    public sealed record CountsOnce(MethodKind With) : MethodStanding;

    /// <summary>Nothing of it is left: all its codes were used.</summary>
    public sealed record UsedUp : MethodStanding;

    /// <summary>More is asked for now than was registered, or what was registered is not asked any more.</summary>
    public sealed record Outdated : MethodStanding;

    /// <summary>Of those who were named fewer have accepted than are needed.</summary>
    public sealed record TooFewColleagues(int Accepted, int Needed) : MethodStanding;

    /// <summary>It counts beside a method that stands alone only, and there is none, or no second one is asked for.</summary>
    public sealed record NeverAlone : MethodStanding;

    /// <summary>The policy of this account does not allow it.</summary>
    public sealed record NotAllowed : MethodStanding;

    /// <summary>An administrator who has registered a phishing-resistant method passes the second gate with it.</summary>
    public sealed record NeedsResistance : MethodStanding;

    /// <summary>This installation cannot use it now (no courier).</summary>
    public sealed record NotOffered : MethodStanding;
}
