using Microsoft.AspNetCore.Http.HttpResults;

namespace ResetBot.Bot.Pages;

/// <summary>The few files that pages need, carried inside the program.</summary>
internal static class PageAssets
{
    private static readonly Dictionary<string, (string Type, byte[] Content)> Files = new()
    {
        ["page.css"] = ("text/css; charset=utf-8", Read("page.css")),
        ["chat.css"] = ("text/css; charset=utf-8", Read("chat.css")),
        ["chat.js"] = ("text/javascript; charset=utf-8", Read("chat.js")),
        ["password-coach.js"] = ("text/javascript; charset=utf-8", Read("password-coach.js")),
        ["passkey.js"] = ("text/javascript; charset=utf-8", Read("passkey.js")),
        ["icon.svg"] = ("image/svg+xml", Read("icon.svg")),
    };

    public static void MapPageAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/assets/{name}", Results<FileContentHttpResult, NotFound> (string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file))
            {
                return TypedResults.NotFound();
            }

            context.Response.Headers.CacheControl = "public, max-age=600";
            return TypedResults.File(file.Content, file.Type);
        });

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"ResetBot.Bot.Pages.Assets.{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
