using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Notices;

/// <summary>Something that the person must hear of, also if it was not they who did it.</summary>
public abstract record Notice
{
    private Notice(Account account, AccountRecord record)
    {
        Account = account;
        Record = record;
    }

    public Account Account { get; }

    public AccountRecord Record { get; }

    /// <summary>The language of whoever did it, by two letters.</summary>
    public abstract string Language { get; }

    /// <summary>The channel where it was done.</summary>
    public abstract string Channel { get; }

    /// <summary>Who did it: a channel and its id of the person, or what else it was.</summary>
    public abstract string Actor { get; }

    /// <summary>The case that it was done in; null when in none.</summary>
    public abstract RecoveryCase? Case { get; }

    /// <summary>What looks like an attack is told whatever a policy says.</summary>
    public virtual bool IsAlwaysTold => false;

    /// <summary>An audit entry about it.</summary>
    public abstract AuditEntry Entry(AuditEvent happened, params (string Name, string Value)[] details);

    /// <summary>Something that was done in a case.</summary>
    public abstract record OfCase : Notice
    {
        private readonly RecoveryCase _case;

        private protected OfCase(RecoveryCase recoveryCase, Account account, AccountRecord record)
            : base(account, record) => _case = recoveryCase;

        public override string Language => _case.Language;

        public override string Channel => _case.Conversation.Split('/')[0];

        public override string Actor => _case.Starter;

        public override RecoveryCase Case => _case;

        public override AuditEntry Entry(AuditEvent happened, params (string Name, string Value)[] details) => _case.Entry(happened, details);
    }

    /// <summary>Something that was done to recovery of the account as a whole.</summary>
    public abstract record OfAccount : Notice
    {
        private readonly AccountActor _by;

        private protected OfAccount(AccountActor by, Account account, AccountRecord record)
            : base(account, record) => _by = by;

        public override string Language => _by.Language;

        public override string Channel => _by.Channel;

        public override string Actor => _by.Actor;

        public override RecoveryCase? Case => null;

        public override bool IsAlwaysTold => true;

        public override AuditEntry Entry(AuditEvent happened, params (string Name, string Value)[] details) =>
            _by.Entry(happened, Account.Id, details);
    }

    /// <summary>The password was reset.</summary>
    public sealed record PasswordReset(RecoveryCase Of, Account Account, AccountRecord Record) : OfCase(Of, Account, Record);

    /// <summary>A known password was replaced.</summary>
    public sealed record PasswordChanged(RecoveryCase Of, Account Account, AccountRecord Record) : OfCase(Of, Account, Record);

    /// <summary>A lockout was cleared.</summary>
    public sealed record AccountUnlocked(RecoveryCase Of, Account Account, AccountRecord Record) : OfCase(Of, Account, Record);

    /// <summary>A reset was proved, and waits until then for an objection.</summary>
    public sealed record CoolingBegan(RecoveryCase Of, Account Account, AccountRecord Record, DateTimeOffset Until) : OfCase(Of, Account, Record)
    {
        public override bool IsAlwaysTold => true;
    }

    /// <summary>Nobody objected: the new password can be chosen where the reset was begun, until then.</summary>
    public sealed record CoolingOver(RecoveryCase Of, Account Account, AccountRecord Record, DateTimeOffset Until) : OfCase(Of, Account, Record)
    {
        public override bool IsAlwaysTold => true;
    }

    /// <summary>Somebody typed wrong numbers to take over a case from the web page; it stays there.</summary>
    public sealed record MoveTried(RecoveryCase Of, Account Account, AccountRecord Record) : OfCase(Of, Account, Record)
    {
        public override bool IsAlwaysTold => true;
    }

    /// <summary>A method was removed, and proves nothing any more.</summary>
    public sealed record MethodRemoved(RecoveryCase Of, Account Account, AccountRecord Record, RegisteredMethod Method) : OfCase(Of, Account, Record);

    /// <summary>A method was added, or took the place of <paramref name="Before"/>.</summary>
    public sealed record MethodChanged(RecoveryCase Of, Account Account, AccountRecord Record, RegisteredMethod Method, RegisteredMethod? Before)
        : OfCase(Of, Account, Record);

    /// <summary>Somebody who was asked about the person says that it is not they.</summary>
    public sealed record NotApproved(RecoveryCase Of, Account Account, AccountRecord Record, string Name) : OfCase(Of, Account, Record)
    {
        public override bool IsAlwaysTold => true;
    }

    /// <summary>A colleague was named to vouch for its owner, and is asked whether they want to.</summary>
    public sealed record ColleagueNamed(RecoveryCase Of, Account Account, AccountRecord Record, string Name) : OfCase(Of, Account, Record);

    /// <summary>A colleague is not to vouch for its owner any more.</summary>
    public sealed record ColleagueRemoved(RecoveryCase Of, Account Account, AccountRecord Record, string Name) : OfCase(Of, Account, Record);

    /// <summary>A colleague is ready to vouch for its owner, from a moment on.</summary>
    public sealed record ColleagueAccepted(AccountActor By, Account Account, AccountRecord Record, string Name, DateTimeOffset CountsFrom)
        : OfAccount(By, Account, Record);

    /// <summary>A colleague does not vouch for its owner: they declined, withdrew or have left.</summary>
    /// <param name="By">Who it was.</param>
    /// <param name="Account">The account.</param>
    /// <param name="Record">What is remembered of it.</param>
    /// <param name="Name">What the colleague is called.</param>
    /// <param name="Left">How many do.</param>
    /// <param name="Needed">How many have to.</param>
    public sealed record ColleagueLost(AccountActor By, Account Account, AccountRecord Record, string Name, int Left, int Needed)
        : OfAccount(By, Account, Record);

    /// <summary>Every method was erased, with all else that could be.</summary>
    public sealed record DataErased(RecoveryCase Of, Account Account, AccountRecord Record) : OfCase(Of, Account, Record)
    {
        // Whoever takes all methods away looks like somebody who locks the owner out.
        public override bool IsAlwaysTold => true;
    }

    /// <summary>Somebody in a channel that did not know them was linked with it, and is served there as its owner.</summary>
    public sealed record ChatLinked(AccountActor By, Account Account, AccountRecord Record, string Name) : OfAccount(By, Account, Record);

    /// <summary>Somebody who was linked with it is not any more.</summary>
    public sealed record ChatUnlinked(AccountActor By, Account Account, AccountRecord Record, string Name) : OfAccount(By, Account, Record);

    /// <summary>Its owner said that something was not they, and recovery is stopped.</summary>
    public sealed record RecoveryStopped(AccountActor By, Account Account, AccountRecord Record) : OfAccount(By, Account, Record);

    /// <summary>The help desk gave somebody a passcode for it.</summary>
    public sealed record PasscodeIssued(AccountActor By, Account Account, AccountRecord Record) : OfAccount(By, Account, Record);

    /// <summary>Who runs the service has opened recovery again.</summary>
    public sealed record RecoveryOpened(AccountActor By, Account Account, AccountRecord Record) : OfAccount(By, Account, Record);
}
