using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>Proves a person by their answers, typed on the secure page.</summary>
public sealed class SecurityQuestionProof(IUnitsOfWork units, LinkDesk links, QuestionDesk questions, AnswerKeeper keeper, ChallengeDesk challenges)
{
    /// <summary>Takes what was sent on the page with this handle.</summary>
    /// <param name="handle">The part of the address that opens the page.</param>
    /// <param name="visitor">The browser.</param>
    /// <param name="drawId">Which questions were answered.</param>
    /// <param name="typed">The answers as they were typed, in the order of the questions.</param>
    /// <param name="cancellation">Ends the attempt before anything is counted.</param>
    public async Task<AnswersOutcome> CheckAsync(
        string handle, Visitor visitor, string drawId, IReadOnlyList<string> typed, CancellationToken cancellation)
    {
        if (await units.RunAsync(work => AskedAsync(work, handle, visitor, cancellation), cancellation) is not var (account, asked))
        {
            return new AnswersOutcome.Gone();
        }

        if (asked.Draw.Id != drawId)
        {
            return new AnswersOutcome.AskedOthers();
        }

        var answers = asked.Draw.Questions.Select((_, index) => new TypedAnswer(index < typed.Count ? typed[index] : "")).ToList();
        try
        {
            if (Empty(answers) is { Count: > 0 } empty)
            {
                return new AnswersOutcome.Faulty(empty);
            }

            var judged = new JudgedAnswers(drawId, await Task.Run(() => keeper.AreRight(account, asked, answers), cancellation));
            return await units.RunAsync(work => CountAsync(work, handle, visitor, judged), CancellationToken.None);
        }
        catch (DirectoryUnavailableException)
        {
            return new AnswersOutcome.Unavailable();
        }
        finally
        {
            answers.ForEach(answer => answer.Dispose());
        }
    }

    private static List<FaultyAnswer> Empty(List<TypedAnswer> answers) =>
        [.. answers.Select((answer, row) => (answer, row)).Where(one => one.answer.Length == 0).Select(one => new FaultyAnswer(one.row, AnswerFault.Empty))];

    private async Task<(AccountId Account, AskedQuestions Asked)?> AskedAsync(
        IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation) =>
        await OpenAsync(work, handle, visitor, cancellation) is { } open
        && await questions.AskedAsync(work, open.Case, cancellation) is { } asked
            ? (open.Case.Account, asked)
            : null;

    private async Task<LinkView.OpenHere?> OpenAsync(IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation) =>
        await links.LookAsync(work, handle, visitor, cancellation) is LinkView.OpenHere { Link.Purpose: LinkPurpose.AnswerQuestions } open ? open : null;

    // Of answers that came at once to the same questions the first counts; for the others those questions are not asked any more.
    private async Task<AnswersOutcome> CountAsync(IUnitOfWork work, string handle, Visitor visitor, JudgedAnswers judged)
    {
        if (await OpenAsync(work, handle, visitor, CancellationToken.None) is not { } open
            || await questions.AskedAsync(work, open.Case, CancellationToken.None) is not { } asked)
        {
            return new AnswersOutcome.Gone();
        }

        if (asked.Draw.Id != judged.DrawId)
        {
            return new AnswersOutcome.AskedOthers();
        }

        switch (await challenges.AnswerAsync(work, open.Case, judged, CancellationToken.None))
        {
            case ChallengeAnswer.Right:
                links.End(work, open.Link, open.Case, LinkState.Done, PageResult.Done);
                return new AnswersOutcome.Done();
            case ChallengeAnswer.Wrong:
                return new AnswersOutcome.Wrong();
            case var answer:
                links.End(work, open.Link, open.Case, LinkState.Void, PageResult.Refused);
                return answer is ChallengeAnswer.MethodPaused or ChallengeAnswer.RecoveryPaused ? new AnswersOutcome.Paused() : new AnswersOutcome.Gone();
        }
    }
}
