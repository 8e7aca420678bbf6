using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What somebody does in a browser to install the app.</summary>
internal static class SlackInstallSteps
{
    public static readonly SlackWorkspace One = new("T0ONE");
    public static readonly SlackWorkspace Two = new("T0TWO");
    public static readonly SlackWorkspace Whole = new("T0SUB", "E0ORG", IsWhole: true);

    /// <summary>A host in which the app may be installed in these.</summary>
    public static Task<ChatHost> StartAsync(params string[] more) => ChatHost.StartAsync(Installable(more));

    public static ChatHostSettings Installable(string[]? more = null, Action<WebApplicationBuilder>? adapt = null) => new()
    {
        InSlack = true,
        ByInstall = true,
        ExtraPeople = 20,
        Arguments = ["Slack:AllowedWorkspaces:0=T0ONE", "Slack:AllowedWorkspaces:1=T0TWO", "Slack:AllowedWorkspaces:2=E0ORG", .. more ?? []],
        Adapt = adapt,
    };

    /// <summary>Opens /slack/install; where that leads.</summary>
    public static async Task<Uri> BeginsInstallAsync(this WebDriver browser)
    {
        using var answer = await browser.Client.GetAsync(new Uri(browser.Service, "/slack/install"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>Allows it at Slack, or not; where Slack sends the browser back to.</summary>
    public static async Task<Uri> DecidesAsync(this WebDriver browser, Uri page)
    {
        using var answer = await browser.Client.GetAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>Comes back; what the page says.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> ReturnsAsync(this WebDriver browser, Uri back)
    {
        using var answer = await browser.Client.GetAsync(back);
        using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, page.QuerySelector("main")?.TextContent.Trim() ?? "");
    }

    /// <summary>All of it, in a browser of its own.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> InstallAsync(this ChatHost host, SlackWorkspace at)
    {
        host.Slack!.Installs.Chosen = at;
        using var browser = host.Browser();
        return await browser.ReturnsAsync(await browser.DecidesAsync(await browser.BeginsInstallAsync()));
    }

    public static async Task InstalledAsync(this ChatHost host, SlackWorkspace at) => Assert.Equal(HttpStatusCode.OK, (await host.InstallAsync(at)).Status);

    /// <summary>How often tokens were asked for with a refresh token.</summary>
    public static int Renewals(this ChatHost host) => host.Slack!.Calls.Count(call => (string?)call.Arguments["grant_type"] == "refresh_token");

    /// <summary>How often Slack was called, but for what is asked by the clock and at each start: whether tokens expire by now.</summary>
    public static int Calls(this ChatHost host) => host.Slack!.Calls.Count(call => call.Method != "oauth.v2.exchange");

    /// <summary>The token that the newest call of a person's workspace was made with.</summary>
    public static string? LastToken(this ChatHost host) => host.Slack!.Calls.Last(call => call.Method == "chat.postMessage").Token;
}
