using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passcodes;

/// <summary>Issues the passcodes of the help desk. The owner of the account hears of each on every way, and can stop what comes of it.</summary>
public sealed class PasscodeDesk(PolicyBook policies, KeyedHash hash, INotices notices, ChallengeOptions options)
{
    /// <summary>Digits of a passcode.</summary>
    public const int Digits = 8;

    // Long enough to walk over to a colleague.
    private static readonly TimeSpan TimeToJoin = TimeSpan.FromMinutes(15);

    /// <summary>Issues a passcode for an account, whose owner the agent has verified.</summary>
    public async Task<PasscodeIssue> IssueAsync(IUnitOfWork work, Account account, AccountActor by, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        if (!account.Enabled || AttemptLimiter.PausedUntil(record, work.Now) is not null)
        {
            return new PasscodeIssue.NotOpen();
        }

        if (policies.Rule(account, Operation.Reset) is not PolicyRuling.Permits permits || !permits.Methods.Contains(MethodKind.Passcode))
        {
            return new PasscodeIssue.NotAllowed();
        }

        work.Save(record);
        if (account.IsAdministrator && !(record.PasscodeWish is { } wish && wish.ExpiresAt > work.Now && wish.By != by.Actor))
        {
            record.PasscodeWish = new PasscodeWish(by.Actor, work.Now + TimeToJoin);
            work.Append(by.Entry(AuditEvent.PasscodeWished, account.Id));
            return new PasscodeIssue.NeedsAnother(record.PasscodeWish.ExpiresAt);
        }

        var code = Draw.Digits(Digits);
        var id = Draw.Name();
        record.Passcode = new Passcode(id, hash.Of(code, BoundTo(id)), work.Now, work.Now + options.PasscodeLifetime);
        work.Append(by.Entry(AuditEvent.PasscodeIssued, account.Id, ("with", record.PasscodeWish?.By ?? "")));
        record.PasscodeWish = null;
        await notices.TellAsync(work, new Notice.PasscodeIssued(by, account, record), cancellation);
        return new PasscodeIssue.Issued(code, record.Passcode.ExpiresAt);
    }

    /// <summary>The passcode as a method that counts; nothing when there is none that is good.</summary>
    internal static IEnumerable<RegisteredMethod> MethodOf(AccountRecord record, DateTimeOffset now) =>
        record.Passcode is { } passcode && passcode.IsGood(now)
            ? [new RegisteredMethod { Id = passcode.Id, Kind = MethodKind.Passcode, AddedAt = passcode.IssuedAt, CountsFrom = passcode.IssuedAt }]
            : [];

    /// <summary>Whether the code is the newest passcode, also one that was issued after it was asked for. A right one is used up, if the record is saved.</summary>
    internal static bool Use(AccountRecord record, ReadOnlySpan<char> code, DateTimeOffset now, KeyedHash hash)
    {
        var passcode = record.Passcode;

        // Looked at in any case, so that an account without one takes as long.
        var isRight = hash.Matches(passcode?.Hash ?? "", code, BoundTo(passcode?.Id ?? ""));
        if (passcode?.IsGood(now) != true || !isRight)
        {
            return false;
        }

        record.Passcode = null;
        return true;
    }

    private static string BoundTo(string id) => "passcode|" + id;
}
