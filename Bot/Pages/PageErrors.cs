using Microsoft.AspNetCore.Antiforgery;

namespace ResetBot.Bot.Pages;

/// <summary>What a browser or a client sees when a request could not be read, or when something went wrong here: words, never a stack trace.</summary>
internal static class PageErrors
{
    public static void UsePageErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            ExceptionHandler = AnswerAsync,
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(pages => MissAsync(pages.HttpContext));
    }

    // A body that is no form, or more than is taken, is the sender's mistake.
    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        InvalidDataException or AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    // Half an address, from a mail that broke its line, is what people come with.
    private static Task MissAsync(HttpContext context) => context.Response.StatusCode == StatusCodes.Status404NotFound && ReadsPages(context)
        ? PageViews.Message(BrowserLanguage.Of(context), "page.missing", StatusCodes.Status404NotFound, tone: "warning").ExecuteAsync(context)
        : Task.CompletedTask;

    private static Task AnswerAsync(HttpContext context)
    {
        if (!ReadsPages(context))
        {
            return Task.CompletedTask;
        }

        var status = context.Response.StatusCode;
        return PageViews.Message(BrowserLanguage.Of(context), status < 500 ? "page.unreadable" : "page.error", status).ExecuteAsync(context);
    }

    private static bool ReadsPages(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
