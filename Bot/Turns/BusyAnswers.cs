using System.Globalization;
using ResetBot.Bot.Pages;
using ResetBot.Storage;

namespace ResetBot.Bot.Turns;

/// <summary>Answers 503 with <c>Retry-After</c> (RFC 9110 §10.2.3) wherever a request meets a service that is busy or stopping.</summary>
internal static class BusyAnswers
{
    public static void UseBusyAnswers(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (ServiceBusyException busy) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, busy.RetryAfter);
        }
        catch (StorageBusyException) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, context.RequestServices.GetRequiredService<TurnOptions>().RetryAfter);
        }
    });

    private static Task AnswerAsync(HttpContext context, TimeSpan retryAfter)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? PageViews.Message(BrowserLanguage.Of(context), "page.error", StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context)
            : Task.CompletedTask;
    }
}
