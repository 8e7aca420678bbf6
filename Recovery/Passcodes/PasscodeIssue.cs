namespace ResetBot.Recovery.Passcodes;

/// <summary>Whether a passcode was issued.</summary>
public abstract record PasscodeIssue
{
    private PasscodeIssue()
    {
    }

    /// <summary>It was; it is shown this once. An earlier one is void.</summary>
    public sealed record Issued(string Code, DateTimeOffset ExpiresAt) : PasscodeIssue;

    /// <summary>The account is privileged: another agent has to ask for it too.</summary>
    public sealed record NeedsAnother(DateTimeOffset Until) : PasscodeIssue;

    /// <summary>The policy of the account does not take passcodes.</summary>
    public sealed record NotAllowed : PasscodeIssue;

    /// <summary>Recovery of the account is stopped, closed or paused, or the account is disabled.</summary>
    public sealed record NotOpen : PasscodeIssue;
}
