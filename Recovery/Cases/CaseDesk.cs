using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Begins and ends cases.</summary>
public sealed class CaseDesk(
    IDirectory directory, Preflight preflight, AttemptLimiter limiter, StrangerLimiter strangers, PolicyBook policies)
{
    /// <summary>Begins a case, or says what stands in its way.</summary>
    public async Task<CaseStart> StartAsync(IUnitOfWork work, CaseRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.Who switch
            {
                CaseSubject.Known known => await StartAsync(work, request, known, cancellation),
                CaseSubject.Named named => await StartAsync(work, request, named, cancellation),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request.Who.GetType().Name, "no such subject"),
            };
        }
        catch (AccountNotUniqueException)
        {
            return Refuse(work, request, account: null, new CaseStart.NotUnique());
        }
        catch (DirectoryUnavailableException)
        {
            return new CaseStart.DirectoryUnavailable();
        }
    }

    private async Task<CaseStart> StartAsync(IUnitOfWork work, CaseRequest request, CaseSubject.Known who, CancellationToken cancellation)
    {
        var account = await directory.FindByObjectIdAsync(who.ObjectId, cancellation);
        if (await limiter.Cases.TakeAsync(work, who.ObjectId.ToUpperInvariant(), isAddress: false, cancellation) is { } until)
        {
            return Refuse(work, request, account, new CaseStart.TooMany(until));
        }

        if (account is null)
        {
            return Refuse(work, request, account, new CaseStart.UnknownAccount());
        }

        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        return await preflight.ObstacleAsync(record, account, request.Operation, work.Now, cancellation) is { } obstacle
            ? Refuse(work, request, account, obstacle)
            : Begin(work, request, New(request, account.Id, account, work.Now, record));
    }

    // A name of several is nobody's, as far as strangers learn.
    private async Task<Account?> NamedAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await directory.FindByUserNameAsync(name, cancellation);
        }
        catch (AccountNotUniqueException)
        {
            return null;
        }
    }

    // Whatever is known of the account, the same is done, saved and said.
    private async Task<CaseStart> StartAsync(IUnitOfWork work, CaseRequest request, CaseSubject.Named who, CancellationToken cancellation)
    {
        var name = TypedName.Normal(who.Name);
        var account = await NamedAsync(name, cancellation);
        var whole = TypedName.Whole(name, directory.VerifiedDomains);
        var id = account?.Id ?? strangers.Nobody(whole);
        if (await limiter.Cases.TakeAsync(work, strangers.Hidden(who.Address), isAddress: true, cancellation) is { } addressUntil)
        {
            return Refuse(work, request, account, new CaseStart.TooMany(addressUntil));
        }

        if (await limiter.Cases.TakeAsync(work, request.Starter, isAddress: false, cancellation) is { } starterUntil)
        {
            return Refuse(work, request, account, new CaseStart.TooMany(starterUntil));
        }

        var keys = (strangers.KeyOf(who.Address, whole), strangers.ShareKeyOf(who.Address, id));
        var begun = New(request, id, account, work.Now, await AccountRecord.OfAsync(work, id, cancellation), keys);
        var counted = await StrangerLimiter.CountedAsync(work, begun, cancellation);
        if (AttemptLimiter.PausedUntil(counted, work.Now) is { } until)
        {
            return Refuse(work, request, account, until == DateTimeOffset.MaxValue ? new CaseStart.Closed() : new CaseStart.Paused(until));
        }

        var all = await StrangerLimiter.AllAsync(work, id, cancellation);
        await all.AddCaseAsync(work, begun.Id, cancellation);
        work.Save(all);
        return Begin(work, request, begun, ("address", who.Address), ("decoy", CaseBeginning.Decoy(account, policies.InForce, request.Operation)));
    }

    /// <inheritdoc cref="Preflight.LateObstacleAsync"/>
    public Task<CaseStart?> LateObstacleAsync(AccountRecord record, Account account, Operation operation, DateTimeOffset now, CancellationToken cancellation) =>
        preflight.LateObstacleAsync(record, account, operation, now, cancellation);

    /// <summary>How long a question may be left alone.</summary>
    internal TimeSpan QuestionLifetime => policies.QuestionLifetime;

    /// <summary>Ends a case that is still live; an unproved one with a wrong answer counts as failed.</summary>
    public async Task EndAsync(IUnitOfWork work, RecoveryCase recoveryCase, CaseStatus how, CancellationToken cancellation)
    {
        if (!recoveryCase.IsLive)
        {
            return;
        }

        var failed = recoveryCase.Status == CaseStatus.Open && recoveryCase.WrongAnswers > 0;
        recoveryCase.Status = failed ? CaseStatus.Failed : how;
        recoveryCase.Challenge = null;
        recoveryCase.Proposed = null;
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(recoveryCase.Status switch
        {
            CaseStatus.Completed => AuditEvent.CaseCompleted,
            CaseStatus.Failed => AuditEvent.CaseFailed,
            CaseStatus.Expired => AuditEvent.CaseExpired,
            _ => AuditEvent.CaseCancelled,
        }));
        if (failed)
        {
            var record = await StrangerLimiter.CountedAsync(work, recoveryCase, cancellation);
            limiter.CountFailedCase(work, record, recoveryCase);
        }
    }

    /// <summary>The person did something in this case: it lives on for the time that a question may be left alone.</summary>
    public void Touch(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.LiveUntil(WaitsUntil(work.Now, recoveryCase.StartedAt, recoveryCase.IsBlind));
        work.Save(recoveryCase);
    }

    /// <inheritdoc cref="Preflight.MethodsAsync"/>
    public Task<IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)>?> MethodsAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, CancellationToken cancellation) =>
        preflight.MethodsAsync(work, recoveryCase, record, cancellation);

    /// <summary>The proof that the case gives now, under the policies in force; null when it gives none (any more).</summary>
    internal VerifiedPerson? Prove(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, Account account) =>
        recoveryCase.Proof(recoveryCase.Operation, work.Now, policies.Rule(account, recoveryCase.Operation), record);

    /// <inheritdoc cref="Preflight.FindAsync"/>
    internal Task<(RegisteredMethod Method, MethodStanding Standing)?> FindAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, MethodKind kind, CancellationToken cancellation) =>
        preflight.FindAsync(work, recoveryCase, record, kind, cancellation);

    /// <inheritdoc cref="Preflight.StandingAsync"/>
    internal Task<MethodStanding?> StandingAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, string methodId, CancellationToken cancellation) =>
        preflight.StandingAsync(work, recoveryCase, record, methodId, cancellation);

    /// <summary>The operation is done, whatever the case had come to meanwhile.</summary>
    internal static void Complete(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.Status = CaseStatus.Completed;
        recoveryCase.Challenge = null;
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.CaseCompleted));
    }

    /// <summary>The directory is asked to do what the case is for, at once and by itself: an earlier order is void.</summary>
    internal static string Order(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.OrderId = Draw.Name();
        recoveryCase.OrderedAt = work.Now;
        AwaitDirectory(work, recoveryCase);
        return recoveryCase.OrderId;
    }

    /// <summary>The order is answered, or given up.</summary>
    internal void EndOrder(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.OrderId = null;
        work.Save(recoveryCase);
        if (recoveryCase.IsLive)
        {
            LiveOnly(work, recoveryCase);
        }
    }

    /// <summary>A case that waits for the directory lives as long as that wait, a day at the most.</summary>
    internal static void AwaitDirectory(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.LiveUntil(work.Now + TimeSpan.FromDays(1));
        work.Save(recoveryCase);
    }

    /// <summary>That wait is over, and the person has as long as for any question.</summary>
    internal void LiveOnly(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.ExpiresAt = work.Now + policies.QuestionLifetime;
        work.Save(recoveryCase);
    }

    /// <summary>Notes a passed gate; with the last one the person is proved.</summary>
    internal static void PassGate(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, MethodKind kind)
    {
        recoveryCase.Passed.Add(new PassedGate(kind, work.Now));
        recoveryCase.Challenge = null;
        work.Append(recoveryCase.Entry(AuditEvent.GatePassed, ("method", kind.ToString())));
        if (recoveryCase.HasPassedAll)
        {
            recoveryCase.Status = CaseStatus.Proved;
            AttemptLimiter.CountSuccess(work, record, recoveryCase);
        }

        work.Save(recoveryCase);
    }

    // Who proves nothing cannot keep a case open for ever, and guess in it.
    private DateTimeOffset WaitsUntil(DateTimeOffset now, DateTimeOffset startedAt, bool isBlind)
    {
        var until = now + policies.QuestionLifetime;
        return isBlind && strangers.EndOf(startedAt) < until ? strangers.EndOf(startedAt) : until;
    }

    private RecoveryCase New(
        CaseRequest request, AccountId id, Account? account, DateTimeOffset now, AccountRecord record, (string Told, string Share)? stranger = null) =>
        CaseBeginning.Of(request, id, account, policies.InForce, now, WaitsUntil(now, now, isBlind: stranger is not null), record, stranger);

    private static CaseStart.Started Begin(IUnitOfWork work, CaseRequest request, RecoveryCase begun, params (string Name, string Value)[] details)
    {
        work.Save(begun);
        work.Append(begun.Entry(AuditEvent.CaseStarted, [("operation", request.Operation.ToString()), .. details]));
        return new CaseStart.Started(begun);
    }

    private static CaseStart Refuse(IUnitOfWork work, CaseRequest request, Account? account, CaseStart why)
    {
        var reason = why is CaseStart.NotPermitted { Why: var ruling } ? ruling.GetType().Name : why.GetType().Name;
        var details = new Dictionary<string, string> { ["operation"] = request.Operation.ToString(), ["reason"] = reason };
        work.Append(new AuditEntry(AuditEvent.CaseRefused, account?.Id, null, request.Starter, details));
        return why;
    }
}
