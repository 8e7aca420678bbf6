using System.Collections.Concurrent;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// Asks Slack for the next tokens of an installation, and keeps them before anybody uses them: by the refresh token, or in exchange for a token that does not
/// expire. What could not be saved is saved later, and not asked for again. One asks at a time for an installation, which SlackTokens sees to.
/// </summary>
internal sealed partial class SlackRenewals(
    SlackInstallations installations, SlackOAuth oauth, TimeProvider clock, ILogger<SlackRenewals> logger)
{
    // It is about this installation. What is about the app itself (bad_client_secret, …) passes once somebody sets it right.
    private static readonly HashSet<string> ForGood =
        ["invalid_refresh_token", "invalid_grant", "token_expired", "token_revoked", "account_inactive", "invalid_auth", "authorization_not_found"];

    // The same of an exchange, and what it says of the app. https://docs.slack.dev/reference/methods/oauth.v2.exchange
    private static readonly HashSet<string> NeverExchanged = ["token_already_exchanged", "invalid_token", "authorization_not_found"];
    private static readonly HashSet<string> OfTheApp = [SlackAnswer.NotRotated, "invalid_client_id", "bad_client_secret"];

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> _waits = new();
    private readonly ConcurrentDictionary<string, (string For, SlackTokenPair Tokens)> _unsaved = new();

    /// <summary>The next token of one that expires.</summary>
    /// <exception cref="SlackUnavailableException">Slack gives none now.</exception>
    public async Task<SlackNextToken> RenewAsync(SlackInstallation found)
    {
        if (UnsavedFor(found) is { } unsaved)
        {
            return await KeepAsync(found, unsaved);
        }

        if (found.IsRefused || installations.RefreshOf(found) is not { } refresh)
        {
            return new SlackNextToken.None();
        }

        var answer = await AskAsync(found.Key, () => oauth.RenewAsync(refresh, CancellationToken.None));
        if (!ForGood.Contains(answer.Error))
        {
            return await KeepAsync(found, Read(found, answer));
        }

        if (await installations.RefuseAsync(found))
        {
            LogRefused(logger, found.Key, answer.Error, found.ExpiresAt);
        }

        return new SlackNextToken.None();
    }

    /// <summary>
    /// One that expires in exchange for one that does not. The old one goes on until the new one is renewed for the first time, ten hours later: "After you
    /// refresh your short-lived credentials for the first time, we'll expire your original long-lived access token." Nobody revokes it: that would take
    /// the installation with it. https://docs.slack.dev/authentication/using-token-rotation
    /// </summary>
    /// <inheritdoc cref="RenewAsync"/>
    public async Task<SlackNextToken> ExchangeAsync(SlackInstallation found)
    {
        if (UnsavedFor(found) is { } unsaved)
        {
            return await KeepAsync(found, unsaved);
        }

        if (!found.IsExchangeable || installations.TokenOf(found) is not { } token)
        {
            return new SlackNextToken.None();
        }

        var answer = await AskAsync(found.Key, () => oauth.ExchangeTokenAsync(token, CancellationToken.None));
        if (OfTheApp.Contains(answer.Error))
        {
            return new SlackNextToken.NotForThisApp(answer.Error);
        }

        if (!NeverExchanged.Contains(answer.Error))
        {
            return await KeepAsync(found, Read(found, answer, expires: true));
        }

        if (await installations.RefuseExchangeAsync(found))
        {
            LogNeverExchanged(logger, found.Key, answer.Error);
        }

        return new SlackNextToken.None();
    }

    // Kept first, then used. Should the service die in between, the old pair is what it comes back with: of two tokens of an installation both are
    // good, so that the old one serves until it expires, and Slack is asked again with the old refresh token. Should Slack not take that once more,
    // the installation is refused, and said to have to be installed again, while there is still time.
    //
    // After an exchange it comes back with the token that does not expire, and Slack says token_already_exchanged: the app is said to have to be installed
    // there again. As nobody has the pair, nobody renews it, and by Slack's word the old token goes on. Should it not, calls are answered that it is
    // worth nothing, as after a removal, and people there wait until the app is installed again.
    private async Task<SlackNextToken> KeepAsync(SlackInstallation found, SlackTokenPair next)
    {
        var isKept = await installations.RenewAsync(found, next);
        _unsaved.TryRemove(found.Key, out _);
        if (isKept)
        {
            Said(found);
            return new SlackNextToken.Given(next.Token);
        }

        // Installed anew meanwhile, or removed.
        return await installations.FindAsync(found.Key, CancellationToken.None) is { } other && installations.TokenOf(other) is { } token
            ? new SlackNextToken.Given(token)
            : new SlackNextToken.None();
    }

    private SlackTokenPair? UnsavedFor(SlackInstallation found) =>
        _unsaved.TryGetValue(found.Key, out var unsaved) && unsaved.For == found.Token ? unsaved.Tokens : null;

    private async Task<SlackAnswer> AskAsync(string home, Func<Task<SlackAnswer>> ask)
    {
        if (_waits.TryGetValue(home, out var wait) && wait.Until > clock.GetUtcNow())
        {
            throw new SlackUnavailableException("Slack gave no token, and is asked again later.") { RetryAfter = wait.Until - clock.GetUtcNow() };
        }

        try
        {
            return await ask();
        }
        catch (SlackUnavailableException)
        {
            NoteFailure(home);
            throw;
        }
    }

    private SlackTokenPair Read(SlackInstallation found, SlackAnswer answer, bool expires = false)
    {
        JsonElement? body = answer.IsRight ? answer.Body : null;
        if (body is not { } granted || SlackTokenPair.Read(granted) is not { } next || (expires && next.Refresh is null))
        {
            NoteFailure(found.Key);
            throw new SlackUnavailableException($"Slack gives no token: {(answer.IsRight ? SlackAnswer.Unreadable : answer.Error)}.");
        }

        _waits.TryRemove(found.Key, out _);
        _unsaved[found.Key] = (found.Token, next);
        return next;
    }

    // Whoever calls meanwhile does not ask: later and later, five minutes at most.
    private void NoteFailure(string home)
    {
        var failures = _waits.TryGetValue(home, out var wait) ? wait.Failures + 1 : 1;
        _waits[home] = (failures, clock.GetUtcNow() + RetrySchedule.Pause(failures));
    }

    private void Said(SlackInstallation found)
    {
        if (found.Refresh is null)
        {
            LogExchanged(logger, found.Key);
            return;
        }

        LogRenewed(logger, found.Key);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The token of {Home} in Slack was renewed")]
    private static partial void LogRenewed(ILogger logger, string home);

    [LoggerMessage(Level = LogLevel.Information, Message = "The token of {Home} in Slack, which did not expire, was exchanged for one that does, and is renewed from now on")]
    private static partial void LogExchanged(ILogger logger, string home);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not renew the token of {Home} ({Error}), which is good until {Until:u}: install the app there again (/slack/install)")]
    private static partial void LogRefused(ILogger logger, string home, string error, DateTimeOffset? until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not exchange the token of {Home} ({Error}) for one that expires, and it stays in use: install the app there again (/slack/install)")]
    private static partial void LogNeverExchanged(ILogger logger, string home, string error);
}
