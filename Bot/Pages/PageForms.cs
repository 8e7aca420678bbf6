using ResetBot.Bot.Pages.Privacy;
using ResetBot.Bot.Pages.SecurityQuestions;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Pages;

/// <summary>Takes the forms of an open secure page.</summary>
internal sealed class PageForms(PasswordForms passwords, MethodForms methods, QuestionForms questions, ExportForms export)
{
    public Task<IResult> TakeAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form) => open.Link.Purpose switch
    {
        LinkPurpose.CurrentPassword => passwords.CheckAsync(context, handle, visitor, open, form),
        LinkPurpose.NewPassword or LinkPurpose.ChangePassword => passwords.SaveAsync(context, handle, visitor, open, form),
        LinkPurpose.SecurityQuestionSetup => questions.SaveAsync(context, handle, visitor, open, form),
        LinkPurpose.AnswerQuestions => questions.CheckAsync(context, handle, visitor, open, form),
        LinkPurpose.Export => export.TakeAsync(context, handle, visitor, open, form),
        _ => methods.TakeAsync(context, handle, visitor, open, form),
    };

    /// <summary>After the person got more time: what was typed on a page with many fields stays, and a page with few is shown anew.</summary>
    public Task<IResult> KeepAsync(HttpContext context, LinkView view, IFormCollection form) =>
        view is LinkView.OpenHere { Link.Purpose: LinkPurpose.SecurityQuestionSetup or LinkPurpose.AnswerQuestions } open
            ? questions.KeepAsync(context, open, form)
            : Task.FromResult(SecurePage.Again(context));
}
