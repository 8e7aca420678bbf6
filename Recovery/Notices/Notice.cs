using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Notices;

/// <summary>Something that the person must hear of, also if it was not they who did it.</summary>
public abstract record Notice(RecoveryCase Case, Account Account, AccountRecord Record)
{
    /// <summary>The password was reset.</summary>
    public sealed record PasswordReset(RecoveryCase Case, Account Account, AccountRecord Record) : Notice(Case, Account, Record);

    /// <summary>A known password was replaced.</summary>
    public sealed record PasswordChanged(RecoveryCase Case, Account Account, AccountRecord Record) : Notice(Case, Account, Record);

    /// <summary>A lockout was cleared.</summary>
    public sealed record AccountUnlocked(RecoveryCase Case, Account Account, AccountRecord Record) : Notice(Case, Account, Record);

    /// <summary>Somebody typed wrong numbers to take over a case from the web page; it stays there.</summary>
    public sealed record MoveTried(RecoveryCase Case, Account Account, AccountRecord Record) : Notice(Case, Account, Record);

    /// <summary>A method was removed, and proves nothing any more.</summary>
    public sealed record MethodRemoved(RecoveryCase Case, Account Account, AccountRecord Record, RegisteredMethod Method) : Notice(Case, Account, Record);

    /// <summary>A method was added, or took the place of <paramref name="Before"/>.</summary>
    public sealed record MethodChanged(RecoveryCase Case, Account Account, AccountRecord Record, RegisteredMethod Method, RegisteredMethod? Before)
        : Notice(Case, Account, Record);
}
