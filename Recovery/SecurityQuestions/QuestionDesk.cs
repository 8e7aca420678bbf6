using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>Draws the questions that are asked, of those that a person registered.</summary>
public sealed class QuestionDesk(SecurityQuestionList list, SecurityQuestionOptions options)
{
    /// <summary>Whether so many answers are kept as are asked for now, to questions that there still are.</summary>
    internal bool Suffice(KeptAnswers kept) => Askable(kept).Count >= options.ToAnswer;

    /// <summary>What the page of a case asks; null when it asks nothing (any more), or nobody has proved anything there.</summary>
    public async Task<AskedQuestions?> AskedAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        if (recoveryCase.IsBlind || recoveryCase.Challenge is not { Kind: MethodKind.SecurityQuestions } challenge)
        {
            return null;
        }

        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        var kept = record.Registered.Find(method => method.Id == challenge.MethodId)?.Answers;
        return kept is { Draw: { } draw } && Stands(kept, draw) ? new AskedQuestions(draw, kept) : null;
    }

    /// <summary>
    /// Sees to it that questions are drawn; false when too few can be asked. Those that were drawn and not answered stay, as long as they can be.
    /// </summary>
    internal bool Ask(IUnitOfWork work, AccountRecord record, RegisteredMethod method)
    {
        if (method.Answers is not { } kept || !Suffice(kept))
        {
            return false;
        }

        if (kept.Draw is not { } draw || !Stands(kept, draw))
        {
            AskOthers(kept);
            work.Save(record);
        }

        return true;
    }

    /// <summary>Draws anew, not the same questions once more where there are others.</summary>
    internal void AskOthers(KeptAnswers kept)
    {
        var askable = Askable(kept);
        var before = kept.Draw?.Questions ?? [];
        IReadOnlyList<string> drawn;
        do
        {
            drawn = Draw.Some(askable, options.ToAnswer);
        }
        while (askable.Count > options.ToAnswer && drawn.Order().SequenceEqual(before.Order()));

        kept.Draw = new QuestionDraw(Draw.Name(), drawn);
    }

    private bool Stands(KeptAnswers kept, QuestionDraw draw) => draw.Questions.Count == options.ToAnswer && !draw.Questions.Except(Askable(kept)).Any();

    private List<string> Askable(KeptAnswers kept) => [.. kept.Answers.Select(answer => answer.Question).Where(list.Has).Distinct()];
}
