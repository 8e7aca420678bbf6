using Microsoft.AspNetCore.Http.HttpResults;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Shows the chat page.</summary>
internal sealed class WebPage(WebSessions sessions, WebViews views, FormsUnderWay underWay)
{
    /// <summary>Looking begins nothing. While a form of the conversation is under way it waits for what comes of it.</summary>
    public async Task<IResult> ShowAsync(HttpContext context)
    {
        if (await sessions.LookAsync(context) is not { } session)
        {
            return Page(await views.OfAsync(context, null));
        }

        using var quiet = await underWay.EnterAsync(session.ConversationKey, context.RequestAborted);
        return Page(await views.OfAsync(context, await sessions.LookAsync(context)));
    }

    private static RazorComponentResult<ChatPage> Page(WebView view) =>
        new(new Dictionary<string, object?> { ["View"] = view }) { PreventStreamingRendering = true };
}
