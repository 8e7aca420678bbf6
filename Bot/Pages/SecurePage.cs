using Microsoft.AspNetCore.Antiforgery;
using ResetBot.Bot.Channels.Web;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages;

/// <summary>Shows the secure page and takes what is posted to it.</summary>
internal sealed class SecurePage(
    IUnitsOfWork units, LinkDesk links, PageForms forms, PageViews views, IAntiforgery antiforgery, WebSessions sessions)
{
    /// <summary>Looking uses nothing up: scanners and previews look too.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string handle) =>
        await views.ShowAsync(context, await LookAsync(context, handle, await VisitorAsync(context)));

    public async Task<IResult> TakeAsync(HttpContext context, string handle)
    {
        var words = BrowserLanguage.Of(context);
        if (!context.Request.HasFormContentType)
        {
            return PageViews.Message(words, "page.unreadable", StatusCodes.Status415UnsupportedMediaType);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            // The form is of another visit, or of another site: show the page anew, with a form that works.
            return Again(context);
        }

        var visitor = await VisitorAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.ContainsKey("number"))
        {
            return await OpenAsync(context, handle, form["number"].ToString(), visitor, words);
        }

        if (form.ContainsKey("more"))
        {
            await units.RunAsync(work => links.ExtendAsync(work, handle, visitor, context.RequestAborted), context.RequestAborted);
            return await forms.KeepAsync(context, await LookAsync(context, handle, visitor), form);
        }

        if (form.ContainsKey("offer"))
        {
            // Each look at the page draws another passphrase.
            return Again(context);
        }

        var looked = await LookAsync(context, handle, visitor);
        if (looked is not LinkView.OpenHere open)
        {
            return await views.ShowAsync(context, looked);
        }

        var answer = await forms.TakeAsync(context, handle, visitor, open, form);
        await RenewAsync(context, open);
        return answer;
    }

    // A gate that is passed on a page changes the cookie of the chat page as one that is passed there does: whoever planted it loses the case.
    private async Task RenewAsync(HttpContext context, LinkView.OpenHere open)
    {
        if (open is { Link.Purpose: LinkPurpose.UsePasskey or LinkPurpose.AnswerQuestions, Case.BelongsToBrowser: true } && await sessions.FindAsync(context) is { } session)
        {
            await sessions.GoOnAsync(context, session, Draw.Name());
        }
    }

    /// <summary>Sends the browser to look at the page, so that going back or reloading repeats nothing.</summary>
    internal static IResult Again(HttpContext context) => Results.Extensions.SeeOther(context.Request.Path);

    private async Task<IResult> OpenAsync(HttpContext context, string handle, string number, Visitor visitor, WordBook words)
    {
        var opener = visitor with { Browser = PageBrowser.New() };
        var before = await LookAsync(context, handle, visitor);
        if (before is not LinkView.AsksNumber)
        {
            return await views.ShowAsync(context, before);
        }

        if (!await units.RunAsync(work => links.OpenAsync(work, handle, number, opener, CancellationToken.None), CancellationToken.None))
        {
            return PageViews.Message(words, "page.refused", StatusCodes.Status403Forbidden, tone: "warning");
        }

        PageBrowser.Give(context, handle, opener.Browser);
        return Again(context);
    }

    private Task<LinkView> LookAsync(HttpContext context, string handle, Visitor visitor) =>
        units.RunAsync(work => links.LookAsync(work, handle, visitor, context.RequestAborted), context.RequestAborted);

    private async Task<Visitor> VisitorAsync(HttpContext context) =>
        new(PageBrowser.Of(context), (await sessions.FindAsync(context))?.ConversationKey);
}
