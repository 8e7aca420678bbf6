using ResetBot.Recovery.Secrets;

namespace ResetBot.Bot.Pages;

/// <summary>
/// Tells a browser again by a cookie of its own for each page. The value is always ours and new when a page is opened, so that nobody can
/// give a browser one beforehand.
/// </summary>
internal static class PageBrowser
{
    private const string Cookie = "resetbot-page";

    /// <summary>What this browser was given for this page; empty when nothing.</summary>
    public static string Of(HttpContext context) => context.Request.Cookies[Cookie] ?? "";

    /// <summary>A new value, which <see cref="Give"/> hands to the browser once the page is open.</summary>
    public static string New() => Draw.Handle();

    // Lax: the browser comes back to the page from a chat, too. It is sent to this one address only.
    public static void Give(HttpContext context, string handle, string value) => context.Response.Cookies.Append(
        Cookie,
        value,
        new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/s/" + handle,
            IsEssential = true,
            MaxAge = TimeSpan.FromHours(1),
        });
}
