using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>Registers the questions that a person chose and answered on the secure page.</summary>
public sealed class SecurityQuestionSetup(
    CaseAccounts accounts, IUnitsOfWork units, LinkDesk links, PageRegistration registration, AnswerRules rules, AnswerKeeper keeper)
{
    /// <summary>Takes what was sent on the page with this handle.</summary>
    public async Task<AnswersOutcome> SaveAsync(
        string handle, Visitor visitor, IReadOnlyList<AnsweredQuestion> rows, CancellationToken cancellation)
    {
        try
        {
            if (await units.RunAsync(work => AccountAsync(work, handle, visitor, cancellation), cancellation) is not { } account)
            {
                return new AnswersOutcome.Gone();
            }

            if (rules.Faults(account, rows) is { Count: > 0 } faults)
            {
                return new AnswersOutcome.Faulty(faults);
            }

            var kept = await Task.Run(() => Keep(account.Id, rows), cancellation);
            return await units.RunAsync(work => AdoptAsync(work, handle, visitor, kept), CancellationToken.None);
        }
        catch (DirectoryUnavailableException)
        {
            return new AnswersOutcome.Unavailable();
        }
    }

    // Whose page it is; null when it takes nothing here.
    private async Task<Account?> AccountAsync(IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation) =>
        await OpenAsync(work, handle, visitor, cancellation) is { } open ? await accounts.OfAsync(open.Case, cancellation) : null;

    private async Task<LinkView.OpenHere?> OpenAsync(IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation) =>
        await links.LookAsync(work, handle, visitor, cancellation) is LinkView.OpenHere
        {
            Link.Purpose: LinkPurpose.SecurityQuestionSetup,
            Case.Proposed.Kind: MethodKind.SecurityQuestions,
        } open
            ? open
            : null;

    private List<KeptAnswer> Keep(AccountId account, IReadOnlyList<AnsweredQuestion> rows)
    {
        List<KeptAnswer> kept = [];
        foreach (var row in rows)
        {
            using var answer = new TypedAnswer(row.Answer);
            kept.Add(keeper.Keep(account, row.Question, answer));
        }

        return kept;
    }

    private async Task<AnswersOutcome> AdoptAsync(IUnitOfWork work, string handle, Visitor visitor, List<KeptAnswer> kept)
    {
        if (await OpenAsync(work, handle, visitor, CancellationToken.None) is not { } open)
        {
            return new AnswersOutcome.Gone();
        }

        open.Case.Proposed = open.Case.Proposed! with { Answers = new KeptAnswers { Answers = kept } };
        return await registration.AdoptAsync(work, open, CancellationToken.None) is ProofOutcome.Right
            ? new AnswersOutcome.Done()
            : new AnswersOutcome.Gone();
    }
}
