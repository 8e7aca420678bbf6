using Microsoft.AspNetCore.Mvc;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Web;

/// <summary>The chat page at <c>/</c>, and its news.</summary>
internal static class WebEndpoints
{
    // The longest text that is read, percent-encoded, with room to spare.
    private const long MostBytes = 64 * 1024;

    /// <param name="endpoints">Where to.</param>
    /// <param name="forThisMachineOnly">Demo mode: the page acts on the demonstration company, for this machine only.</param>
    public static void MapWeb(this IEndpointRouteBuilder endpoints, bool forThisMachineOnly)
    {
        var web = endpoints.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        web.AddEndpointFilter(async (context, next) =>
            forThisMachineOnly && !LoopbackOnly.Allows(context.HttpContext) ? Results.NotFound() : await next(context));

        // Fetch, "append a request Origin header": a page that sends no referrer at all posts its own forms as the origin "null".
        web.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers["Referrer-Policy"] = "same-origin";
            return await next(context);
        });
        web.MapGet("/", (HttpContext context, WebPage page) => page.ShowAsync(context));
        web.MapPost("/", (HttpContext context, WebForms forms) => forms.TakeAsync(context));
        web.MapGet("/events", async (HttpContext context, WebEvents events) =>
        {
            await events.ListenAsync(context);
            return Results.Empty;
        });
    }
}
