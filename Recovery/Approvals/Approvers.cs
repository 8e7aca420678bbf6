using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>Says who is asked about a person by which method, and how many of them have to answer.</summary>
public sealed class Approvers(IDirectory directory, CaseAccounts accounts, ApprovalRules rules, PolicyBook policies)
{
    /// <summary>Whose account a case is about; null when there is none (any more).</summary>
    internal Task<Account?> PersonAsync(RecoveryCase recoveryCase, CancellationToken cancellation) => accounts.OfAsync(recoveryCase, cancellation);

    /// <summary>How many have to say that it is really the person: no fewer than when the case was begun.</summary>
    internal int Needed(RecoveryCase recoveryCase, Account person, MethodKind kind) => kind == MethodKind.ColleagueVouching
        ? Math.Max(recoveryCase.Terms?.ColleaguesRequired ?? 0, policies.ColleaguesRequired(person))
        : 1;

    /// <summary>Everybody who could be asked, each once, whether their word counts now or not.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<IReadOnlyList<Account>> OfAsync(IUnitOfWork work, Account person, MethodKind kind, CancellationToken cancellation)
    {
        List<Account> found = [];
        foreach (var id in await NamedAsync(work, person, kind, cancellation))
        {
            if (await directory.GetAsync(id, cancellation) is { } approver && !found.Exists(other => other.Id == approver.Id))
            {
                found.Add(approver);
            }
        }

        return found;
    }

    /// <summary>Why the word of somebody does not count when they are asked; null when it does.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<ApprovalConflict?> ConflictAsync(
        IUnitOfWork work, Account approver, Account person, MethodKind kind, CancellationToken cancellation) =>
        await rules.FindAsync(work, approver, person.Id, cancellation)
            ?? ((await NamedAsync(work, person, kind, cancellation)).Contains(approver.Id) ? null : ApprovalConflict.NotNamed);

    /// <inheritdoc cref="ApprovalRules.IsLinkedLatelyAsync"/>
    internal Task<bool> IsLinkedLatelyAsync(IUnitOfWork work, string actor, CancellationToken cancellation) => rules.IsLinkedLatelyAsync(work, actor, cancellation);

    /// <summary>The same when they answer, which they do from somewhere.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<ApprovalConflict?> ConflictAsync(
        IUnitOfWork work, Account approver, Account person, RecoveryCase recoveryCase, (string Actor, string Conversation) by, CancellationToken cancellation) =>
        ApprovalRules.IsSameSession(recoveryCase, by.Actor, by.Conversation)
            || recoveryCase.Challenge!.Round?.Knows(approver.Id, by.Actor, by.Conversation) == true
                ? ApprovalConflict.SameSession
                : await ConflictAsync(work, approver, person, recoveryCase.Challenge!.Kind, cancellation);

    /// <summary>Of the words that were said, those that count still.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<IReadOnlyList<ApprovalWord>> StandingAsync(
        IUnitOfWork work, IEnumerable<ApprovalWord> words, Account person, MethodKind kind, CancellationToken cancellation)
    {
        List<ApprovalWord> standing = [];
        foreach (var word in words)
        {
            if (await directory.GetAsync(word.Approver, cancellation) is { } approver
                && await ConflictAsync(work, approver, person, kind, cancellation) is null)
            {
                standing.Add(word);
            }
        }

        return standing;
    }

    private static async Task<IEnumerable<AccountId>> NamedAsync(IUnitOfWork work, Account person, MethodKind kind, CancellationToken cancellation) => kind switch
    {
        MethodKind.ManagerApproval => person.Manager is { } manager ? [manager] : [],
        MethodKind.ColleagueVouching =>
            (await AccountRecord.OfAsync(work, person.Id, cancellation)).Find(kind)?.Colleagues?.Counting(work.Now).Select(colleague => colleague.Id) ?? [],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "asks nobody else"),
    };
}
