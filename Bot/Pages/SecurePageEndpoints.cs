using Microsoft.AspNetCore.Mvc;

namespace ResetBot.Bot.Pages;

/// <summary>The secure page: one address, which shows what the link is for once its number was typed; and that of the link in a notice.</summary>
internal static class SecurePageEndpoints
{
    // A password of the greatest length, percent-encoded, twice, with room to spare.
    private const long MostBytes = 16 * 1024;

    // A handle of ours. Anything else is no page: what stands in an address comes back in the header that leads to the page again.
    private const string Address = "/s/{handle:regex(^[A-Za-z0-9_-]{{43}}$)}";

    private const string ObjectionAddress = "/not-me/{handle:regex(^[A-Za-z0-9_-]{{43}}$)}";

    public static void MapSecurePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, (string handle, HttpContext context, SecurePage page) => page.ShowAsync(context, handle));
        endpoints.MapPost(Address, (string handle, HttpContext context, SecurePage page) => page.TakeAsync(context, handle))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        endpoints.MapGet(ObjectionAddress, (string handle, HttpContext context, ObjectionPage page) => page.ShowAsync(context, handle));
        endpoints.MapPost(ObjectionAddress, (string handle, HttpContext context, ObjectionPage page) => page.TakeAsync(context, handle))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }
}
