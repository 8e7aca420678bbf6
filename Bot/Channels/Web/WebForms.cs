using Microsoft.AspNetCore.Antiforgery;
using ResetBot.Bot.Pages;
using ResetBot.Bot.Turns;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Takes the forms of the chat page. Every form is answered by the page anew, so that reloading repeats nothing.</summary>
internal sealed class WebForms(
    WebSessions sessions, FormsUnderWay underWay, FormIds ids, FormBudget budget, ITurnPipeline pipeline, IAntiforgery antiforgery)
{
    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (budget.Take(VisitorAddress.Of(context)) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return PageViews.Message(BrowserLanguage.Of(context), "web.busy", StatusCodes.Status429TooManyRequests, tone: "warning");
        }

        if (!context.Request.HasFormContentType)
        {
            return PageViews.Message(BrowserLanguage.Of(context), "page.unreadable", StatusCodes.Status415UnsupportedMediaType);
        }

        // A form of an earlier visit, or of another site: the page is shown anew, with a form that works.
        return await antiforgery.IsRequestValidAsync(context)
            ? await TakeAsync(context, WebForm.Of(await context.Request.ReadFormAsync(context.RequestAborted)))
            : Again();
    }

    private async Task<IResult> TakeAsync(HttpContext context, WebForm form)
    {
        var session = await sessions.LookAsync(context) ?? sessions.Begin();
        return await underWay.TakeAsync(session.ConversationKey, () => TakeAloneAsync(context, form, session), context.RequestAborted);
    }

    // A form that was under way before this one may have given the browser another cookie: only what holds now counts.
    private async Task<IResult> TakeAloneAsync(HttpContext context, WebForm form, WebSession session)
    {
        var known = session.Key.Length > 0 ? await sessions.LookAsync(context) : null;
        if (known is { IsOver: true } && (sessions.GiveAgain(context, known, form.Id) || !ids.IsFor(null, form.Id)))
        {
            // A second tap on a form that gave the browser a new cookie comes with the old one: what it says was said.
            return Again();
        }

        var live = known is { IsOver: false } ? known : null;
        var isEmpty = form.Choice is null && form.Text.Trim().Length == 0 && !form.Leaves;
        if (isEmpty || !ids.IsFor(live?.Conversation, form.Id))
        {
            return Again();
        }

        await RunAsync(form, context, live ?? (session.Key.Length == 0 ? session : sessions.Begin()));
        return Again();
    }

    private async Task RunAsync(WebForm form, HttpContext context, WebSession session)
    {
        var said = form.Leaves ? form with { Text = "cancel", Choice = null } : form;

        // Whoever hangs up does not stop a turn.
        await pipeline.RunAsync(said.ToActivity(context, session), CancellationToken.None);
        var isReplaced = form.Leaves ? await sessions.EndAsync(context, session) : await sessions.GoOnAsync(context, session, form.Id);
        if (isReplaced)
        {
            underWay.Close(session.ConversationKey);
        }
    }

    // Without script a browser scrolls to what is new.
    private static IResult Again() => Results.Extensions.SeeOther("/#latest");
}
