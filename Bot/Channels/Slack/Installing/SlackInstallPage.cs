using Microsoft.AspNetCore.WebUtilities;
using ResetBot.Bot.Channels.Web;
using ResetBot.Bot.Hosting;
using ResetBot.Bot.Pages;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// <c>GET /slack/install</c> sends a browser to Slack, where somebody who may installs the app, and <c>GET /slack/installed</c> is where Slack sends it back.
/// Anybody may look: what counts is where the app is installed. https://docs.slack.dev/authentication/installing-with-oauth
/// </summary>
internal sealed class SlackInstallPage(
    SlackInstallState states, SlackInstaller installer, PublicAddress address, FormBudget budget, SlackOptions options)
{
    public const string Path = "/slack/install";
    public const string ReturnPath = "/slack/installed";

    public IResult Begin(HttpContext context)
    {
        if (!options.TakesInstalls)
        {
            return Results.NotFound();
        }

        if (Busy(context) is { } busy)
        {
            return busy;
        }

        return Results.Redirect(QueryHelpers.AddQueryString(options.AuthorizeUrl.AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Asked(options)),
            ["redirect_uri"] = Return,
            ["state"] = states.Begin(context),
        }));
    }

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (!options.TakesInstalls)
        {
            return Results.NotFound();
        }

        if (Busy(context) is { } busy)
        {
            return busy;
        }

        var query = context.Request.Query;
        if (!await states.TakeAsync(context, query["state"].ToString()))
        {
            return Tell(context, "page.slack.state", StatusCodes.Status400BadRequest);
        }

        // RFC 6749 §4.1.2.1.
        if (query["error"].ToString() is { Length: > 0 } error)
        {
            return Tell(context, error == "access_denied" ? "page.slack.denied" : "page.slack.failed", StatusCodes.Status400BadRequest);
        }

        return query["code"].ToString() is { Length: > 0 } code
            ? await InstallAsync(context, code)
            : Tell(context, "page.slack.failed", StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> InstallAsync(HttpContext context, string code)
    {
        try
        {
            return await installer.InstallAsync(code, Return) switch
            {
                SlackInstallOutcome.Installed installed => PageViews.Message(
                    BrowserLanguage.Of(context), "page.slack.done", StatusCodes.Status200OK, tone: "good", text: BrowserLanguage.Of(context).Say("page.slack.done.intro", installed.Name)),
                SlackInstallOutcome.Foreign => Tell(context, "page.slack.foreign", StatusCodes.Status403Forbidden),
                SlackInstallOutcome.Refused => Tell(context, "page.slack.failed", StatusCodes.Status400BadRequest),
                var other => throw new InvalidOperationException($"Not an outcome: {other.GetType().Name}."),
            };
        }
        catch (SlackUnavailableException)
        {
            return Tell(context, "page.slack.unavailable", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private string Return => address.Base + ReturnPath;

    private IResult? Busy(HttpContext context)
    {
        if (budget.Take(VisitorAddress.Of(context)) is not { } wait)
        {
            return null;
        }

        context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Tell(context, "web.busy", StatusCodes.Status429TooManyRequests);
    }

    private static IResult Tell(HttpContext context, string name, int status) => PageViews.Message(BrowserLanguage.Of(context), name, status, tone: "warning");
}
