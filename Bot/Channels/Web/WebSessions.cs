using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// Tells browsers again by a cookie whose value is always ours. Whenever a case has begun or a gate was passed the browser gets another one,
/// so that nobody who gave it one beforehand can use what was proved.
/// </summary>
internal sealed class WebSessions(IUnitsOfWork units, WebOptions options, TimeProvider clock)
{
    /// <summary>The session of this browser; null when it has none, or had one that is over.</summary>
    public async Task<WebSession?> FindAsync(HttpContext context) =>
        await LookAsync(context) is { IsOver: false } session ? session : null;

    /// <summary>The session of this browser, also one that is over; null when its cookie is none of ours.</summary>
    public async Task<WebSession?> LookAsync(HttpContext context)
    {
        if (context.Request.Cookies[CookieName(context)] is not { Length: > 0 and < 100 } cookie)
        {
            return null;
        }

        var session = await units.RunAsync(work => work.FindAsync<WebSession>(WebSession.KeyOf(cookie), context.RequestAborted), context.RequestAborted);
        return session?.GoodUntil > clock.GetUtcNow() ? session : null;
    }

    /// <summary>Gives this browser a conversation of its own.</summary>
    public Task<WebSession> BeginAsync(HttpContext context) => GiveAsync(context, Draw.Name(), "", before: null);

    /// <summary>After a turn: another cookie when the case has come further, and more time.</summary>
    public async Task GoOnAsync(HttpContext context, WebSession session, RecoveryCase? recoveryCase)
    {
        var standing = recoveryCase is null ? "" : $"{recoveryCase.Id}/{recoveryCase.Gates.Count}";
        if (standing == session.Standing || standing.Length == 0)
        {
            await KeepAsync(session);
            return;
        }

        await GiveAsync(context, session.Conversation, standing, session);
    }

    /// <summary>The browser leaves: its cookie opens nothing any more.</summary>
    public Task EndAsync(HttpContext context, WebSession session)
    {
        context.Response.Cookies.Delete(CookieName(context), Options(context));
        return units.RunAsync(work => CloseAsync(work, session.Key), CancellationToken.None);
    }

    private async Task<WebSession> GiveAsync(HttpContext context, string conversation, string standing, WebSession? before)
    {
        var cookie = Draw.Handle();
        var session = await units.RunAsync(
            async work =>
            {
                if (before is not null)
                {
                    await CloseAsync(work, before.Key);
                }

                var given = new WebSession
                {
                    Key = WebSession.KeyOf(cookie),
                    Conversation = conversation,
                    Standing = standing,
                    GoodUntil = work.Now + options.KeepFor,
                };
                work.Save(given);
                return given;
            },
            CancellationToken.None);
        context.Response.Cookies.Append(CookieName(context), cookie, Options(context));
        return session;
    }

    private Task<bool> KeepAsync(WebSession session) => units.RunAsync(
        async work =>
        {
            if (await work.FindAsync<WebSession>(session.Key, CancellationToken.None) is { IsOver: false } kept)
            {
                kept.GoodUntil = work.Now + options.KeepFor;
                work.Save(kept);
            }

            return true;
        },
        CancellationToken.None);

    private static async Task<bool> CloseAsync(IUnitOfWork work, string key)
    {
        if (await work.FindAsync<WebSession>(key, CancellationToken.None) is { IsOver: false } session)
        {
            session.IsOver = true;
            work.Save(session);
        }

        return true;
    }

    // RFC 6265bis §4.1.3.2: a cookie of this prefix can be set by this very host over https only, not by a neighbour in the same domain.
    private static string CookieName(HttpContext context) => context.Request.IsHttps ? "__Host-resetbot-chat" : "resetbot-chat";

    // Lax, since people come back to the page from their mail. Every form has a token of its own beside it.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
