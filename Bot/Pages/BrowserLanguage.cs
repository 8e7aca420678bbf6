using ResetBot.Cards.Words;

namespace ResetBot.Bot.Pages;

/// <summary>Which language a browser asks for.</summary>
internal static class BrowserLanguage
{
    // Longer than any tag that RFC 5646 §4.4.1 asks a reader to take.
    private const int LongestTag = 35;

    /// <summary>The words of the language that the browser likes best.</summary>
    public static WordBook Of(HttpContext context) => WordBook.For(TagOf(context));

    /// <summary>The tag of that language; null when it names none. RFC 9110 §12.5.4.</summary>
    public static string? TagOf(HttpContext context)
    {
        var best = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault();
        return best?.Value.Value is { Length: > 0 and <= LongestTag } tag ? tag : null;
    }
}
