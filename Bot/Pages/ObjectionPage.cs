using Microsoft.AspNetCore.Antiforgery;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages;

/// <summary>The page of a link in a notice: with one tap its reader says that it was not they.</summary>
internal sealed class ObjectionPage(IUnitsOfWork units, ObjectionDesk desk, IAntiforgery antiforgery)
{
    /// <summary>Looking stops nothing: scanners and previews look too.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string handle)
    {
        try
        {
            var view = await units.RunAsync(work => desk.LookAsync(work, handle, context.RequestAborted), context.RequestAborted);
            return view switch
            {
                ObjectionView.Asks asks => Ask(context, asks),
                ObjectionView.Stopped stopped => PageViews.Message(WordBook.For(stopped.Link.Language), "page.notMe.stopped", StatusCodes.Status200OK, tone: "good"),
                _ => PageViews.Message(BrowserLanguage.Of(context), "page.notMe.gone", StatusCodes.Status410Gone, tone: "warning"),
            };
        }
        catch (DirectoryUnavailableException)
        {
            return Unavailable(context);
        }
    }

    public async Task<IResult> TakeAsync(HttpContext context, string handle)
    {
        // A form of another visit, or one that was never shown: the page is shown anew, with a form that works.
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return SecurePage.Again(context);
        }

        try
        {
            await units.RunAsync(work => desk.ObjectAsync(work, handle, CancellationToken.None), CancellationToken.None);
            return SecurePage.Again(context);
        }
        catch (DirectoryUnavailableException)
        {
            return Unavailable(context);
        }
    }

    private IResult Ask(HttpContext context, ObjectionView.Asks asks)
    {
        var words = WordBook.For(asks.Link.Language);
        var model = new PageModel(words, antiforgery.GetAndStoreTokens(context));
        var happened = words.Say("page.notMe.intro", asks.UserName, words.Moment(asks.Link.HappenedAt) + " UTC", words.Say("notice." + asks.Link.Notice));
        return PageViews.Page<NotMePage>(new() { ["Model"] = model, ["Happened"] = happened });
    }

    private static IResult Unavailable(HttpContext context)
    {
        var words = BrowserLanguage.Of(context);
        return PageViews.Message(
            words, "page.working", StatusCodes.Status503ServiceUnavailable, refreshSeconds: 10, text: words.Say("page.notMe.unavailable"));
    }
}
