using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ResetBot.Bot.Look;

/// <summary>The logo and the colours, at addresses of their own: pages hold nothing inline.</summary>
internal static class LookEndpoints
{
    public const string LogoPath = "/look/logo";
    public const string CssPath = "/look/look.css";

    // Opened by itself, a drawing is alone in a sandbox, and nothing of it runs.
    private const string LogoPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

    public static void MapLook(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LogoPath, (HttpContext context, HouseLook look) =>
        {
            context.Response.Headers.ContentSecurityPolicy = LogoPolicy;
            return Kept(context, look.Logo.Content, look.Logo.Type, look.LogoVersion);
        });
        endpoints.MapGet(CssPath, (HttpContext context, HouseLook look) => Kept(context, look.Css, "text/css; charset=utf-8", look.CssVersion));
    }

    // An address with the version is good for ever (RFC 8246); one without it is asked about each time.
    private static FileContentHttpResult Kept(HttpContext context, byte[] content, string type, string version)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.File(content, type, entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }
}
