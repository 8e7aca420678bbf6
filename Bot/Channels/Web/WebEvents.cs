using Microsoft.AspNetCore.Http.Features;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// Tells a page with script that its conversation has changed (server-sent events, HTML §9.2). What changed is not told: the page is fetched anew.
/// </summary>
internal sealed class WebEvents(WebSessions sessions, FormsUnderWay underWay, WebNews news, TimeProvider clock, IHostApplicationLifetime host)
{
    // Proxies close what is silent for a minute.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(25);

    // A page that is still there listens again; one that is gone without saying so is forgotten.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public async Task ListenAsync(HttpContext context)
    {
        using var listener = await ListenerAsync(context);
        if (listener is null)
        {
            // "204 No Content" tells the browser to stop asking. HTML §9.2.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await context.Response.WriteAsync(": hello\n\n", ends.Token);
            await context.Response.Body.FlushAsync(ends.Token);
            await TellAsync(context, listener, ends.Token);
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or this service stops: the browser asks again.
        }
    }

    private async Task<WebNews.Listener?> ListenerAsync(HttpContext context)
    {
        if (await sessions.FindAsync(context) is not { } session)
        {
            return null;
        }

        using var quiet = await underWay.EnterAsync(session.ConversationKey, context.RequestAborted);
        return await sessions.FindAsync(context) is null ? null : news.Listen(session.ConversationKey, VisitorAddress.Of(context));
    }

    private async Task TellAsync(HttpContext context, WebNews.Listener listener, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var next = NextAsync(listener, cancellation);
        while (clock.GetElapsedTime(began) < Longest)
        {
            var isNews = await IsInTimeAsync(next, cancellation);
            if (isNews && !await next)
            {
                return;
            }

            await context.Response.WriteAsync(isNews ? "data: changed\n\n" : ": still here\n\n", cancellation);
            await context.Response.Body.FlushAsync(cancellation);

            // What was asked for before a beat is still to come.
            next = isNews ? NextAsync(listener, cancellation) : next;
        }
    }

    // False when this page may not listen any more.
    private static async Task<bool> NextAsync(WebNews.Listener listener, CancellationToken cancellation) =>
        await listener.News.WaitToReadAsync(cancellation) && listener.News.TryRead(out _);

    private async Task<bool> IsInTimeAsync(Task<bool> next, CancellationToken cancellation)
    {
        try
        {
            await next.WaitAsync(Beat, clock, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
