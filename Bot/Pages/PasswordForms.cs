using ResetBot.Cards.Words;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Pages;

/// <summary>Takes the forms of open pages on which passwords are typed.</summary>
internal sealed class PasswordForms(PasswordProof proof, ResetOperation reset, ChangeOperation change, PageViews views)
{
    public async Task<IResult> CheckAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var words = WordBook.For(open.Case.Language);
        using var typed = new CurrentPassword(form["oldPassword"].ToString());
        return await proof.CheckAsync(handle, visitor, typed, context.RequestAborted) switch
        {
            ProofOutcome.Wrong => await views.OpenAsync(context, open, words.Say("page.password.wrong"), null),
            ProofOutcome.Unavailable => await views.OpenAsync(context, open, words.Say("page.unavailable.here"), null),
            ProofOutcome.Paused => PageViews.Message(words, "page.password", StatusCodes.Status403Forbidden, "warning", text: words.Say("page.password.paused")),
            ProofOutcome.CannotSignIn => PageViews.Message(words, "page.password", StatusCodes.Status403Forbidden, "warning", text: words.Say("page.password.cannot")),
            ProofOutcome.Right or ProofOutcome.Busy or ProofOutcome.Gone => SecurePage.Again(context),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    public async Task<IResult> SaveAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var words = WordBook.For(open.Case.Language);
        using var password = PasswordText.Compose(form["newPassword"].ToString());
        using var again = PasswordText.Compose(form["confirmPassword"].ToString());
        using var current = new CurrentPassword(form["oldPassword"].ToString());
        if (password.Length == 0)
        {
            return await views.OpenAsync(context, open, words.Say("page.new.empty"), null);
        }

        if (!password.Matches(again))
        {
            return await views.OpenAsync(context, open, words.Say("page.new.mismatch"), null);
        }

        var outcome = open.Link.Purpose == LinkPurpose.ChangePassword
            ? await change.SaveAsync(handle, visitor, current, password, context.RequestAborted)
            : await reset.SaveAsync(handle, visitor, password, context.RequestAborted);
        return await SavedAsync(context, open, words, outcome);
    }

    private async Task<IResult> SavedAsync(HttpContext context, LinkView.OpenHere open, WordBook words, PasswordOutcome outcome) => outcome switch
    {
        PasswordOutcome.RefusedByRules refused => await views.OpenAsync(context, open, Explain(words, refused.Verdict), refused.Verdict),
        PasswordOutcome.RefusedByDirectory refused => await views.OpenAsync(context, open, words.Say($"refused.{refused.Why}"), null),
        PasswordOutcome.CurrentIsWrong => await views.OpenAsync(context, open, words.Say("page.change.wrong"), null),
        PasswordOutcome.Paused => PageViews.Message(words, "page.change", StatusCodes.Status403Forbidden, "warning", text: words.Say("page.password.paused")),
        PasswordOutcome.CannotSignIn => PageViews.Message(words, "page.change", StatusCodes.Status403Forbidden, "warning", text: words.Say("page.password.cannot")),
        PasswordOutcome.NotLookedUp => await views.OpenAsync(context, open, words.Say("page.new.notLookedUp"), null),
        PasswordOutcome.Unavailable => await views.OpenAsync(context, open, words.Say("page.unavailable.here"), null),
        PasswordOutcome.Impossible impossible => PageViews.Message(
            words, "page.new", StatusCodes.Status403Forbidden, "warning", text: words.Say("page.new.impossible", impossible.Code)),
        PasswordOutcome.Overruled => PageViews.Message(
            words, "page.new", StatusCodes.Status403Forbidden, "warning", text: words.Say("page.overruled")),
        PasswordOutcome.Uncertain => PageViews.Message(words, "page.working", StatusCodes.Status202Accepted, text: words.Say("page.new.uncertain")),
        PasswordOutcome.Done or PasswordOutcome.Busy or PasswordOutcome.Gone => SecurePage.Again(context),
        _ => throw new InvalidOperationException($"unknown outcome {outcome.GetType().Name}"),
    };

    private static string Explain(WordBook words, PasswordVerdict verdict) =>
        words.Say("page.new.refused") + " " + string.Join("; ", verdict.Unmet.Select(rule => words.Say($"rule.{rule.Rule}", rule.Needed)));
}
