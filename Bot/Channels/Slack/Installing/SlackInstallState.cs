using System.Globalization;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// What a browser takes along to Slack and brings back (RFC 6749 §10.12): good once, for ten minutes, and only in the browser that has the cookie that was
/// given with it. Whoever only looks has nothing stored here.
/// </summary>
internal sealed class SlackInstallState(KeyedHash hash, IUnitsOfWork units, TimeProvider clock)
{
    private const int Longest = 300;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A new state, and its cookie for the browser.</summary>
    public string Begin(HttpContext context)
    {
        var browser = Draw.Handle();
        context.Response.Cookies.Append(CookieName(context), browser, Cookie(context, Lifetime));
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var text = string.Create(CultureInfo.InvariantCulture, $"{until}.{Draw.Handle()}");
        return $"{text}.{hash.Of(browser, Purpose(text))}";
    }

    /// <summary>Whether it is this browser's, in time and for the first time: it is not from now on.</summary>
    public async Task<bool> TakeAsync(HttpContext context, string state)
    {
        var mac = state.LastIndexOf('.');
        if (state.Length > Longest || mac < 0 || context.Request.Cookies[CookieName(context)] is not { Length: > 0 and < 100 } browser)
        {
            return false;
        }

        var text = state[..mac];
        if (!hash.Matches(state[(mac + 1)..], browser, Purpose(text)) || UntilOf(text) is not { } until || !IsInTime(until))
        {
            return false;
        }

        context.Response.Cookies.Append(CookieName(context), "", Cookie(context, TimeSpan.Zero));
        return await units.RunAsync(
            async work =>
            {
                var key = HandleKey.Of(text);
                if (await work.FindAsync<SlackUsedState>(key, CancellationToken.None) is not null)
                {
                    return false;
                }

                work.Save(new SlackUsedState { Key = key, Until = until + Lifetime });
                return true;
            },
            CancellationToken.None);
    }

    // A clock that was set back makes none good for longer.
    private bool IsInTime(DateTimeOffset until) => until - clock.GetUtcNow() is var left && left > TimeSpan.Zero && left <= Lifetime;

    private static DateTimeOffset? UntilOf(string text) =>
        long.TryParse(text.AsSpan(0, Math.Max(0, text.IndexOf('.', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string Purpose(string text) => "slack-install/" + text;

    // RFC 6265bis §4.1.3.2: a cookie of this prefix can be set by this very host over https only, not by a neighbour in the same domain.
    private static string CookieName(HttpContext context) => context.Request.IsHttps ? "__Host-resetbot-slack" : "resetbot-slack";

    // Lax: the browser comes back from Slack.
    private static CookieOptions Cookie(HttpContext context, TimeSpan age) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = age,
    };
}
