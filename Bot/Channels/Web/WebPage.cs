using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ResetBot.Bot.Pages;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Shows the chat page and takes its forms. Every form is answered by the page anew, so that reloading repeats nothing.</summary>
internal sealed class WebPage(
    WebSessions sessions, WebViews views, FormBudget budget, ITurnPipeline pipeline, IUnitsOfWork units, IAntiforgery antiforgery)
{
    /// <summary>Looking begins nothing.</summary>
    public async Task<IResult> ShowAsync(HttpContext context)
    {
        var view = await views.OfAsync(context, await sessions.LookAsync(context));
        return new RazorComponentResult<ChatPage>(new Dictionary<string, object?> { ["View"] = view }) { PreventStreamingRendering = true };
    }

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (budget.Take(VisitorAddress.Of(context)) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return PageViews.Message(PageViews.Guess(context), "web.busy", StatusCodes.Status429TooManyRequests, tone: "warning");
        }

        if (!context.Request.HasFormContentType)
        {
            return PageViews.Message(PageViews.Guess(context), "page.unreadable", StatusCodes.Status415UnsupportedMediaType);
        }

        // A form of an earlier visit, or of another site: the page is shown anew, with a form that works.
        return await antiforgery.IsRequestValidAsync(context)
            ? await TakeAsync(context, WebForm.Of(await context.Request.ReadFormAsync(context.RequestAborted)))
            : Again();
    }

    private async Task<IResult> TakeAsync(HttpContext context, WebForm form)
    {
        var known = await sessions.LookAsync(context);
        if (known is { IsOver: true } || (form.Choice is null && form.Text.Trim().Length == 0 && !form.Leaves))
        {
            // A second tap on a form that gave the browser a new cookie comes with the old one: what it says was said.
            return Again();
        }

        var session = known ?? await sessions.BeginAsync(context);
        if (form.Leaves)
        {
            await RunAsync(form with { Text = "cancel", Choice = null }, context, session);
            await sessions.EndAsync(context, session);
            return Again();
        }

        await RunAsync(form, context, session);
        var recoveryCase = await units.RunAsync(
            async work => await WebViews.CaseAsync(work, await work.FindAsync<Conversation>(session.ConversationKey, default), default), default);
        await sessions.GoOnAsync(context, session, recoveryCase);
        return Again();
    }

    // Whoever hangs up does not stop a turn.
    private Task<TurnReceipt> RunAsync(WebForm form, HttpContext context, WebSession session) =>
        pipeline.RunAsync(form.ToActivity(context, session), CancellationToken.None);

    private static IResult Again() => Results.Extensions.SeeOther("/");
}
