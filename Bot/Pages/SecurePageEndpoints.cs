using Microsoft.AspNetCore.Mvc;

namespace ResetBot.Bot.Pages;

/// <summary>The secure page: one address, which shows what the link is for once its number was typed.</summary>
internal static class SecurePageEndpoints
{
    // A password of the greatest length, percent-encoded, twice, with room to spare.
    private const long MostBytes = 16 * 1024;

    public static void MapSecurePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/s/{handle:length(43)}", (string handle, HttpContext context, SecurePage page) => page.ShowAsync(context, handle));
        endpoints.MapPost("/s/{handle:length(43)}", (string handle, HttpContext context, SecurePage page) => page.TakeAsync(context, handle))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }
}
