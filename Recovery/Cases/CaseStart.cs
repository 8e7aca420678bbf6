using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;

namespace ResetBot.Recovery.Cases;

/// <summary>Whether a case could begin. What would fail anyway is said at once, with the code that the help desk asks for.</summary>
public abstract record CaseStart
{
    private CaseStart()
    {
    }

    /// <summary>The help desk that the policy of the account names; null when it names none, or nothing of the account may be told.</summary>
    public string? HelpDesk { get; init; }

    public sealed record Started(RecoveryCase Case) : CaseStart;

    /// <summary>The directory has no such account.</summary>
    public sealed record UnknownAccount : CaseStart;

    /// <summary>Several accounts are found where one should be.</summary>
    public sealed record NotUnique : CaseStart;

    /// <param name="OnPremises">It is mastered there.</param>
    public sealed record AccountDisabled(bool OnPremises = false) : CaseStart;

    /// <summary>The directory would refuse it, whoever asks.</summary>
    public sealed record Hindered(AccountHindrance Why) : CaseStart;

    /// <summary>Recovery of this account is paused until then.</summary>
    public sealed record Paused(DateTimeOffset Until) : CaseStart;

    /// <summary>Recovery of this account is closed until an administrator opens it.</summary>
    public sealed record Closed : CaseStart;

    /// <summary>The owner of the account said that something was not they: recovery is stopped until who runs the service opens it again.</summary>
    public sealed record Stopped : CaseStart;

    /// <summary>This person began too many cases and may go on then.</summary>
    public sealed record TooMany(DateTimeOffset Until) : CaseStart;

    /// <summary>The policies do not let this account do it.</summary>
    /// <param name="Why">Any but <see cref="PolicyRuling.Permits"/>.</param>
    public sealed record NotPermitted(PolicyRuling Why) : CaseStart;

    /// <summary>Too few methods count now; each that does not is explained.</summary>
    public sealed record NotEnoughMethods(
        Operation Operation, int Needed, IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)> Methods) : CaseStart;

    /// <summary>There is nothing to unlock.</summary>
    public sealed record NotLocked : CaseStart;

    /// <summary>The account is locked, and its password cannot be changed until it is not.</summary>
    public sealed record AccountLocked : CaseStart;

    /// <summary>It was unlocked so often lately that it is unlocked again from then on only.</summary>
    public sealed record UnlocksUsed(DateTimeOffset Until) : CaseStart;

    /// <summary>The present password may not be replaced before then.</summary>
    public sealed record TooYoung(DateTimeOffset Until) : CaseStart;

    /// <summary>The directory cannot be asked now.</summary>
    public sealed record DirectoryUnavailable : CaseStart;
}
