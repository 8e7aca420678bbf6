namespace ResetBot.Bot.Pages;

/// <summary>303: look there, with GET. RFC 9110 §15.4.4.</summary>
internal static class SeeOtherExtensions
{
    public static IResult SeeOther(this IResultExtensions _, string path) => new SeeOtherResult(path);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
