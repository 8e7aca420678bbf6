using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Objections;

/// <summary>Opens recovery of an account again that was stopped, closed or paused. Whoever does it has spoken with the owner of the account.</summary>
public sealed class Reopening(INotices notices)
{
    /// <summary>Opens it, and tells the owner on every way there is. False when nothing stood in the way.</summary>
    public async Task<bool> OpenAsync(IUnitOfWork work, Account account, AccountActor by, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        var stood = Obstacles(record, work.Now);
        if (stood.Count == 0)
        {
            return false;
        }

        // What was begun before leads nowhere, whoever has it open still.
        record.VoidCases(work.Now);
        record.FrozenAt = null;
        await CloseCaseAsync(work, record, by, cancellation);
        record.Passcode = null;
        record.PasscodeWish = null;
        record.Closed = false;
        record.PausedUntil = null;
        record.SendsPausedUntil = null;
        record.MethodPauses.Clear();
        record.WrongAnswers.Clear();
        record.ConsecutiveFailures = 0;
        work.Save(record);
        work.Append(by.Entry(AuditEvent.RecoveryOpened, account.Id, ("was", string.Join(", ", stood))));
        await notices.TellAsync(work, new Notice.RecoveryOpened(by, account, record), cancellation);
        return true;
    }

    private static async Task CloseCaseAsync(IUnitOfWork work, AccountRecord record, AccountActor by, CancellationToken cancellation)
    {
        if (record.HelpDeskCase is { } number && await work.FindAsync<HelpDeskCase>(number, cancellation) is { } open)
        {
            open.ClosedAt = work.Now;
            open.ClosedBy = by.Actor;
            work.Save(open);
        }

        record.HelpDeskCase = null;
    }

    /// <summary>What keeps the owner of an account from recovering it, in words for who runs the service.</summary>
    public static IReadOnlyList<string> Obstacles(AccountRecord record, DateTimeOffset now)
    {
        List<string> obstacles = [];
        if (record.FrozenAt is { } frozen)
        {
            var number = record.HelpDeskCase is { } open ? $", case {open}" : "";
            obstacles.Add($"stopped by \"not me\" on {frozen:yyyy-MM-dd HH:mm} UTC{number}");
        }

        if (record.Closed)
        {
            obstacles.Add("closed after too many failures");
        }

        Add("paused", record.PausedUntil);
        Add("sending paused", record.SendsPausedUntil);
        foreach (var (method, until) in record.MethodPauses)
        {
            Add($"{method} paused", until);
        }

        return obstacles;

        void Add(string what, DateTimeOffset? until)
        {
            if (until > now)
            {
                obstacles.Add($"{what} until {until:yyyy-MM-dd HH:mm} UTC");
            }
        }
    }
}
