using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.SecurityQuestions;

namespace ResetBot.Bot.Pages.SecurityQuestions;

/// <summary>
/// Takes the forms of open pages on which security questions are chosen and answered. Comparing is slow by design: the forms of one account are taken
/// one after another, so that whoever sends many at once has one of them compared, and the others are answered that it is over.
/// </summary>
internal sealed class QuestionForms(SecurityQuestionSetup setup, SecurityQuestionProof proof, PageViews views, SecurityQuestionOptions options)
{
    private readonly KeyedLock _accounts = new();

    public async Task<IResult> SaveAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var typed = TypedRows.Of(form, options.ToRegister);
        using var alone = await EnterAsync(context, open);
        return await setup.SaveAsync(handle, visitor, typed.Rows, context.RequestAborted) switch
        {
            AnswersOutcome.Faulty faulty => await ShowAsync(context, open, "page.questions.faults", typed with { Faults = faulty.Faults }),
            AnswersOutcome.Unavailable => await ShowAsync(context, open, "page.unavailable.here", typed),
            AnswersOutcome.Done or AnswersOutcome.Gone => SecurePage.Again(context),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    public async Task<IResult> CheckAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var typed = TypedRows.Of(form, options.ToAnswer);
        IReadOnlyList<string> answers = [.. typed.Rows.Select(row => row.Answer)];
        using var alone = await EnterAsync(context, open);
        return await proof.CheckAsync(handle, visitor, typed.DrawId, answers, context.RequestAborted) switch
        {
            AnswersOutcome.Faulty faulty => await ShowAsync(context, open, "page.questions.faults", typed with { Faults = faulty.Faults }),
            AnswersOutcome.Unavailable => await ShowAsync(context, open, "page.unavailable.here", typed),
            AnswersOutcome.Wrong => await ShowAsync(context, open, "page.answers.wrong", TypedRows.None),
            AnswersOutcome.AskedOthers => await ShowAsync(context, open, "page.answers.others", TypedRows.None),
            AnswersOutcome.Paused => PageViews.Message(
                Words(open), "page.answers", StatusCodes.Status403Forbidden, "warning", text: Words(open).Say("page.app.paused")),
            AnswersOutcome.Done or AnswersOutcome.Gone => SecurePage.Again(context),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    /// <summary>Shows the page again with all that was typed so far: nothing of it was looked at.</summary>
    public Task<IResult> KeepAsync(HttpContext context, LinkView.OpenHere open, IFormCollection form) =>
        views.OpenAsync(context, open, error: null, verdict: null, TypedRows.Of(form, Math.Max(options.ToRegister, options.ToAnswer)));

    private static WordBook Words(LinkView.OpenHere open) => WordBook.For(open.Case.Language);

    private Task<IDisposable> EnterAsync(HttpContext context, LinkView.OpenHere open) =>
        _accounts.EnterAsync(open.Case.Account.ToString(), context.RequestAborted);

    private Task<IResult> ShowAsync(HttpContext context, LinkView.OpenHere open, string error, TypedRows typed) =>
        views.OpenAsync(context, open, Words(open).Say(error), verdict: null, typed);
}
