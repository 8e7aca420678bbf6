
using Microsoft.AspNetCore.Antiforgery;

namespace ResetBot.Bot.Pages;

/// <summary>What a browser or a client sees when a request could not be read, or when something went wrong here: words, never a stack trace.</summary>
internal static class PageErrors
{
    public static void UsePageErrors(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = StatusOf,
        ExceptionHandler = AnswerAsync,
        SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
    });

    // A body that is no form, or more than is taken, is the sender's mistake.
    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        InvalidDataException or AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return Task.CompletedTask;
        }

        var status = context.Response.StatusCode;
        return PageViews.Message(PageViews.Guess(context), status < 500 ? "page.unreadable" : "page.error", status).ExecuteAsync(context);
    }
}
