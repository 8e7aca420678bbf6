using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>Makes an installation of a code, where the app may be installed. What is not kept is given back to Slack.</summary>
internal sealed partial class SlackInstaller(SlackOAuth oauth, SlackInstallations installations, SlackOptions options, ILogger<SlackInstaller> logger)
{
    private const int LongestCode = 1000;

    /// <param name="code">Slack's code.</param>
    /// <param name="redirect">Where Slack sent the browser, as it was told.</param>
    /// <exception cref="SlackUnavailableException">Slack did not answer.</exception>
    // Not given up with the browser: what Slack gives is kept, or given back.
    public async Task<SlackInstallOutcome> InstallAsync(string code, string redirect)
    {
        if (code.Length > LongestCode)
        {
            return new SlackInstallOutcome.Refused();
        }

        var answer = await oauth.ExchangeAsync(code, redirect, CancellationToken.None);
        if (!answer.IsRight)
        {
            LogNoToken(logger, answer.Error);
            return new SlackInstallOutcome.Refused();
        }

        if (SlackGrant.Read(answer.Body) is not { } grant)
        {
            LogNoToken(logger, SlackAnswer.Unreadable);
            await GiveBackAsync("(unknown)", TokenIn(answer.Body));
            return new SlackInstallOutcome.Refused();
        }

        if (!installations.IsAllowed(grant.Key, grant.Enterprise))
        {
            LogForeign(logger, grant.Key, grant.Name);
            await GiveBackAsync(grant.Key, grant.Tokens.Token);
            return new SlackInstallOutcome.Foreign();
        }

        return await StoreAsync(grant);
    }

    private async Task<SlackInstallOutcome> StoreAsync(SlackGrant grant)
    {
        if (!await installations.StoreAsync(grant, CancellationToken.None))
        {
            LogAnotherApp(logger, grant.Key, grant.AppId);
            await GiveBackAsync(grant.Key, grant.Tokens.Token);
            return new SlackInstallOutcome.Refused();
        }

        LogInstalled(logger, grant.Key, grant.Name);
        List<string> missing = [.. SlackScopes.Asked(options).Except(grant.Scopes)];
        if (missing.Count > 0)
        {
            LogMissing(logger, grant.Key, string.Join(", ", missing));
        }

        return new SlackInstallOutcome.Installed(grant.Name);
    }

    private async Task GiveBackAsync(string key, string? token)
    {
        if (token is not null && !await oauth.RevokeAsync(token, CancellationToken.None))
        {
            LogNotGivenBack(logger, key);
        }
    }

    private static string? TokenIn(JsonElement body) => body.Text("access_token"u8);

    [LoggerMessage(Level = LogLevel.Information, Message = "The Slack app was installed in {Key} ({Name})")]
    private static partial void LogInstalled(ILogger logger, string key, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Slack app was installed in {Key} without {Scopes}: install it again once the app's settings ask for that")]
    private static partial void LogMissing(ILogger logger, string key, string scopes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody tried to install the Slack app in {Key} ({Name}), which Slack:AllowedWorkspaces does not name: nothing was kept")]
    private static partial void LogForeign(ILogger logger, string key, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack gave a token of another app ({App}) for {Key} than the others are of: nothing was kept")]
    private static partial void LogAnotherApp(ILogger logger, string key, string app);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack gave no token for a code: {Error}")]
    private static partial void LogNoToken(ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not say that the token of {Key}, which is not kept, was taken back: remove the app there")]
    private static partial void LogNotGivenBack(ILogger logger, string key);
}
