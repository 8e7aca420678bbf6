using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// Tells browsers again by a cookie whose value is always ours. Whenever a case has begun or a gate was passed the browser gets another one,
/// so that nobody who gave it one beforehand can use what was proved. A conversation has one cookie that opens it, never two.
/// </summary>
internal sealed class WebSessions(IUnitsOfWork units, WebOptions options, KeyedHash hash, TimeProvider clock)
{
    // An answer that was lost on its way is asked for again at once, or never.
    private static readonly TimeSpan AskedAgainWithin = TimeSpan.FromMinutes(1);

    /// <summary>The session of this browser; null when it has none, or had one that is over.</summary>
    public async Task<WebSession?> FindAsync(HttpContext context) =>
        await LookAsync(context) is { IsOver: false } session ? session : null;

    /// <summary>The session of this browser, also one that is over; null when its cookie is none of ours.</summary>
    public async Task<WebSession?> LookAsync(HttpContext context)
    {
        if (CookieOf(context) is not { } cookie)
        {
            return null;
        }

        var session = await units.RunAsync(work => work.FindAsync<WebSession>(WebSession.KeyOf(cookie), context.RequestAborted), context.RequestAborted);
        return session?.GoodUntil > clock.GetUtcNow() ? session : null;
    }

    /// <summary>A conversation for a browser that has none. It is remembered when its first turn is over.</summary>
    public WebSession Begin() => new() { Key = "", Conversation = Draw.Name(), GoodUntil = clock.GetUtcNow() + options.KeepFor };

    /// <summary>After a turn: another cookie when the case has come further, and more time. True when the browser got another one.</summary>
    public async Task<bool> GoOnAsync(HttpContext context, WebSession session, string formId)
    {
        var isNew = session.Key.Length == 0;
        var cookie = isNew ? Draw.Handle() : NextCookie(context, formId);
        var isGiven = await units.RunAsync(work => GoOnAsync(work, session, cookie, formId), CancellationToken.None);
        if (isGiven)
        {
            Give(context, cookie);
        }

        return isGiven;
    }

    /// <summary>Gives the browser the cookie again that its form had given it, when the answer that brought it was lost; true when it was that.</summary>
    public bool GiveAgain(HttpContext context, WebSession over, string formId)
    {
        var isAskedAgain = formId.Length > 0 && over.FollowedBy is { } by && clock.GetUtcNow() - over.FollowedAt <= AskedAgainWithin
            && hash.Matches(by, formId, "web-follow");
        if (isAskedAgain)
        {
            Give(context, NextCookie(context, formId));
        }

        return isAskedAgain;
    }

    /// <summary>The browser leaves: its cookie opens nothing any more. True when it had one.</summary>
    public Task<bool> EndAsync(HttpContext context, WebSession session)
    {
        context.Response.Cookies.Delete(CookieName(context), Options(context));
        return units.RunAsync(
            async work =>
            {
                if (await work.FindAsync<WebSession>(session.Key, CancellationToken.None) is { IsOver: false } known)
                {
                    known.IsOver = true;
                    work.Save(known);
                    return true;
                }

                return false;
            },
            CancellationToken.None);
    }

    private async Task<bool> GoOnAsync(IUnitOfWork work, WebSession session, string cookie, string formId)
    {
        var recoveryCase = await WebViews.CaseAsync(work, await work.FindAsync<Conversation>(session.ConversationKey, default), default);
        var standing = recoveryCase is null ? "" : $"{recoveryCase.Id}/{recoveryCase.Gates.Count}";
        if (session.Key.Length > 0)
        {
            // Nobody gets a cookie for one that was replaced meanwhile: whoever replaced it has the one that counts.
            if (await work.FindAsync<WebSession>(session.Key, default) is not { IsOver: false } known)
            {
                return false;
            }

            known.GoodUntil = GoodUntil(work, recoveryCase);
            work.Save(known);
            if (standing.Length == 0 || standing == known.Standing)
            {
                return false;
            }

            known.IsOver = true;
            known.FollowedBy = hash.Of(formId, "web-follow");
            known.FollowedAt = work.Now;
        }

        work.Save(new WebSession
        {
            Key = WebSession.KeyOf(cookie),
            Conversation = session.Conversation,
            Standing = standing,
            GoodUntil = GoodUntil(work, recoveryCase),
        });
        return true;
    }

    // A case that waits for a time to pass, or for somebody else, is waited for.
    private DateTimeOffset GoodUntil(IUnitOfWork work, RecoveryCase? recoveryCase)
    {
        var left = work.Now + options.KeepFor;
        return recoveryCase is { IsLive: true } && recoveryCase.ExpiresAt > left ? recoveryCase.ExpiresAt : left;
    }

    // The same for the same form, and known to nobody who does not know both the form and the key of this service.
    private string NextCookie(HttpContext context, string formId) =>
        formId.Length > 0 && CookieOf(context) is { } cookie ? hash.Of(cookie, "web-next/" + formId) : Draw.Handle();

    private static void Give(HttpContext context, string cookie) => context.Response.Cookies.Append(CookieName(context), cookie, Options(context));

    private static string? CookieOf(HttpContext context) =>
        context.Request.Cookies[CookieName(context)] is { Length: > 0 and < 100 } cookie ? cookie : null;

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
