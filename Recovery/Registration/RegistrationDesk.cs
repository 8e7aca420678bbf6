using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Registration;

/// <summary>Registers the methods of a person who has proved who they are.</summary>
public sealed class RegistrationDesk(
    ChallengeDesk challenges, MethodJudge judge, INotices notices, IKeyRing keys, PolicyBook policies, ChallengeOptions options)
{
    /// <summary>After a proof by so many factors, what is registered counts at once.</summary>
    public const int FactorsToCountAtOnce = 2;

    /// <summary>
    /// Whether what is added now in this case, or takes the place of another, counts at once: in the first registration, since whoever knew the
    /// password needs no reset, or after two factors. What is added later, or after a proof by a single other factor, must not help a thief who has
    /// that factor; nor what a first registration replaces in itself.
    /// </summary>
    public static bool CountsAtOnce(RecoveryCase recoveryCase, AccountRecord record, RegisteredMethod? before = null)
    {
        var isFirst = recoveryCase.Used.Contains(MethodKind.CurrentPassword) && (!record.EverRegistered || record.FirstRegistrationCase == recoveryCase.Id);
        return (isFirst && before is null) || Factors(recoveryCase.Used) >= FactorsToCountAtOnce;
    }

    // Another chat beside nothing but the password is none: the password may open both chats.
    private static int Factors(IReadOnlyCollection<MethodKind> used)
    {
        var counting = used.Select(FactorTable.Published.Of).Where(row => row.Tie != AccountTie.Unconfirmed && !row.InOtherChat).ToList();
        var other = used.Any(kind => FactorTable.Published.Of(kind).InOtherChat) && counting.Exists(row => row.Tie != AccountTie.Always);
        return counting.Count + (other ? 1 : 0);
    }

    /// <summary>Proposes an e-mail address and sends it a code.</summary>
    public Task<Proposal> ProposeEmailAsync(IUnitOfWork work, RecoveryCase recoveryCase, Account account, string typed, CancellationToken cancellation)
    {
        var address = Destinations.Email(typed);
        if (address is null)
        {
            return Task.FromResult<Proposal>(new Proposal.NotAnAddress());
        }

        return judge.DependsOnAccount(address, account)
            ? Task.FromResult<Proposal>(new Proposal.DependsOnAccount())
            : ProposeAsync(work, recoveryCase, new ProposedMethod(MethodKind.Email, address, null), cancellation);
    }

    /// <summary>Proposes a mobile number and has a code written or spoken to it.</summary>
    public Task<Proposal> ProposeMobileAsync(IUnitOfWork work, RecoveryCase recoveryCase, MethodKind kind, string typed, CancellationToken cancellation) =>
        Destinations.Mobile(typed, options.PhoneRegion) is { } number
            ? ProposeAsync(work, recoveryCase, new ProposedMethod(kind, number, null), cancellation)
            : Task.FromResult<Proposal>(new Proposal.NotAMobileNumber());

    /// <summary>Proposes an authenticator app with a new secret, which is shown on the secure page only.</summary>
    public Task<Proposal> ProposeAuthenticatorAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        var secret = keys.Protect(ChallengeDesk.SecretPurpose, AuthenticatorCodes.NewSecret());
        return ProposeAsync(work, recoveryCase, new ProposedMethod(MethodKind.Authenticator, "", secret), cancellation);
    }

    /// <summary>Proposes another chat of the person, together with the one that they register it from.</summary>
    public Task<Proposal> ProposeChatAsync(IUnitOfWork work, RecoveryCase recoveryCase, LinkedChat other, CancellationToken cancellation)
    {
        var here = new LinkedChat(LinkedChat.ChannelOf(recoveryCase.Conversation), recoveryCase.Starter, recoveryCase.Conversation);
        return ProposeAsync(work, recoveryCase, new ProposedMethod(MethodKind.PushApproval, other.Conversation, null) { Chats = [other, here] }, cancellation);
    }

    /// <summary>Proposes what is made on the secure page: a passkey by the browser, security questions by the person.</summary>
    public static Proposal ProposeOnPage(IUnitOfWork work, RecoveryCase recoveryCase, MethodKind kind)
    {
        recoveryCase.Proposed = new ProposedMethod(kind, "", null);
        recoveryCase.Challenge = null;
        work.Save(recoveryCase);
        return new Proposal.MadeOnPage();
    }

    /// <summary>Sends the code for the proposed destination again; the earlier one is void.</summary>
    public async Task<Proposal?> AskAgainAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation) =>
        recoveryCase.Proposed is { } proposed ? await ProposeAsync(work, recoveryCase, proposed, cancellation) : null;

    /// <summary>Registers the proposed method, which the person has just confirmed, and tells them on every way there is.</summary>
    public async Task<RegisteredMethod?> AdoptAsync(IUnitOfWork work, RecoveryCase recoveryCase, Account account, CancellationToken cancellation)
    {
        var ruling = policies.Rule(account, Operation.Register);
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        if (recoveryCase.Proof(Operation.Register, work.Now, ruling, record) is null
            || recoveryCase.Proposed is not { } proposed
            || ruling is not PolicyRuling.Permits permits
            || !permits.Methods.Contains(proposed.Kind)
            || (proposed.Kind == MethodKind.Passkey && proposed.Passkey is null)
            || (proposed.Kind == MethodKind.RecoveryCodes && proposed.Codes is null)
            || (proposed.Kind == MethodKind.SecurityQuestions && proposed.Answers is null)
            || (proposed.Kind == MethodKind.PushApproval && !proposed.IsConfirmed))
        {
            return null;
        }

        var before = record.Find(proposed.Kind);
        var method = new RegisteredMethod
        {
            Id = Draw.Name(),
            Kind = proposed.Kind,
            Destination = proposed.Destination,
            ProtectedSecret = proposed.ProtectedSecret,
            AddedAt = work.Now,
            CountsFrom = CountsFrom(recoveryCase, record, before, proposed.Kind, permits.Policy, work.Now),
            Passkey = proposed.Passkey,
            Codes = proposed.Codes,
            Answers = proposed.Answers,
            Chats = proposed.Chats,
            LastStep = proposed.LastStep,
        };

        // Told first: a notice about a replaced destination goes to the old one too.
        await notices.TellAsync(work, new Notice.MethodChanged(recoveryCase, account, record, method, before), cancellation);
        record.Registered.RemoveAll(existing => existing.Kind == proposed.Kind);
        NoteLoss(record, before, work.Now);
        record.Registered.Add(method);
        record.NoteRegistration(recoveryCase.Id);
        recoveryCase.Proposed = null;
        work.Save(record);
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(
            before is null ? AuditEvent.MethodAdded : AuditEvent.MethodReplaced,
            ("method", method.Kind.ToString()),
            ("to", method.Masked),
            ("countsFrom", method.CountsFrom.UtcDateTime.ToString("O"))));
        return method;
    }

    /// <summary>Removes the method of a kind, and tells the person on every way there is, also on that one. False when there is no such method.</summary>
    public async Task<bool> RemoveAsync(IUnitOfWork work, RecoveryCase recoveryCase, Account account, MethodKind kind, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        if (recoveryCase.Proof(Operation.Register, work.Now, policies.Rule(account, Operation.Register), record) is null
            || record.Find(kind) is not { } method)
        {
            return false;
        }

        await notices.TellAsync(work, new Notice.MethodRemoved(recoveryCase, account, record, method), cancellation);
        record.Registered.Remove(method);
        NoteLoss(record, method, work.Now);
        recoveryCase.Challenge = null;
        work.Save(record);
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.MethodRemoved, ("method", kind.ToString()), ("to", method.Masked)));
        return true;
    }

    private async Task<Proposal> ProposeAsync(IUnitOfWork work, RecoveryCase recoveryCase, ProposedMethod proposed, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        if (record.Find(proposed.Kind) is { } before && IsSame(before, proposed))
        {
            return new Proposal.AlreadyRegistered();
        }

        if (AttemptLimiter.PausedUntil(record, recoveryCase, work.Now) is { } until)
        {
            return new Proposal.Paused(until);
        }

        recoveryCase.Proposed = proposed;
        return await challenges.ConfirmAsync(work, recoveryCase, record, proposed, cancellation) switch
        {
            ChallengeIssue.Asked asked => new Proposal.Asked(proposed, asked.Challenge),
            ChallengeIssue.SendsPaused paused => new Proposal.SendsPaused(paused.Until),
            ChallengeIssue.CapReached reached => new Proposal.CapReached(reached.Until),
            ChallengeIssue.AskedTooOften often => new Proposal.AskedTooOften(often.Until),
            ChallengeIssue.MethodPaused paused => new Proposal.Paused(paused.Until),
            ChallengeIssue.DoesNotCount => throw new InvalidOperationException("A proposed method is not judged."),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    // A new secret of an app is another one; the same chat may have got another one beside it.
    private static bool IsSame(RegisteredMethod before, ProposedMethod proposed) => proposed.Kind switch
    {
        MethodKind.Authenticator => false,
        MethodKind.PushApproval => before.Chats is { } chats && chats.ToHashSet().SetEquals(proposed.Chats ?? []),
        _ => string.Equals(before.Destination, proposed.Destination, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>A method is gone: who lost a phishing-resistant one is treated for a while as if it were there.</summary>
    internal static void NoteLoss(AccountRecord record, RegisteredMethod? lost, DateTimeOffset now)
    {
        if (lost is not null && FactorTable.Published.Of(lost.Kind).ResistsPhishing)
        {
            record.ResistanceLostAt = now;
        }
    }

    private static DateTimeOffset CountsFrom(
        RecoveryCase recoveryCase, AccountRecord record, RegisteredMethod? before, MethodKind kind, AccountPolicy policy, DateTimeOffset now)
    {
        if (CountsAtOnce(recoveryCase, record, before))
        {
            return now;
        }

        return now + (FactorTable.Published.Of(kind).Group == FactorGroup.PhoneNumber ? policy.PhoneFreshness : policy.Freshness);
    }
}
