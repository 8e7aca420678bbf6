using System.Collections.Concurrent;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// Which token a call is made with, and the next one when it expires. Of one installation one renewal is under way at a time, and whoever comes meanwhile
/// gets what it brings: what a token is renewed with is good once.
/// </summary>
internal sealed partial class SlackTokens(
    SlackInstallations installations, SlackOAuth oauth, SlackOptions options, TimeProvider clock, ILogger<SlackTokens> logger)
{
    // It is about this installation. What is about the app itself (bad_client_secret, …) passes once somebody sets it right.
    private static readonly HashSet<string> ForGood =
        ["invalid_refresh_token", "invalid_grant", "token_expired", "token_revoked", "account_inactive", "invalid_auth", "authorization_not_found"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<string?>> _underWay = [];
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> _waits = new();
    private readonly ConcurrentDictionary<string, (string For, SlackTokenPair Tokens)> _unsaved = new();

    /// <summary>The token of a workspace or organisation; null when there is none that is good.</summary>
    /// <exception cref="SlackUnavailableException">It has expired, and Slack gives no other one now.</exception>
    public async Task<string?> OfAsync(string home, CancellationToken cancellation)
    {
        if (!options.TakesInstalls)
        {
            return options.BotToken;
        }

        if (await installations.FindAsync(home, cancellation) is not { } found || installations.TokenOf(found) is not { } token)
        {
            return null;
        }

        return found.IsExpired(clock.GetUtcNow()) ? await RenewAsync(home, token, cancellation) : token;
    }

    /// <summary>Another token than this one, which expires or has expired; null when Slack gives none, or nothing here expires.</summary>
    /// <exception cref="SlackUnavailableException">Slack gives no other one now.</exception>
    public Task<string?> RenewAsync(string home, string token, CancellationToken cancellation) =>
        options.TakesInstalls ? Shared(home, token).WaitAsync(cancellation) : Task.FromResult<string?>(null);

    // Not given up with whoever asked first: what Slack gives has to be kept.
    private Task<string?> Shared(string home, string token)
    {
        lock (_gate)
        {
            if (_underWay.TryGetValue(home, out var running))
            {
                return running;
            }

            var renewal = RenewOnceAsync(home, token);
            _underWay[home] = renewal;
            renewal.ContinueWith(_ => Leave(home), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return renewal;
        }
    }

    private void Leave(string home)
    {
        lock (_gate)
        {
            _underWay.Remove(home);
        }
    }

    private async Task<string?> RenewOnceAsync(string home, string token)
    {
        if (await installations.FindAsync(home, CancellationToken.None) is not { } found || installations.TokenOf(found) is not { } now)
        {
            return null;
        }

        // Somebody was faster.
        if (now != token)
        {
            return now;
        }

        if (found.IsRefused || installations.RefreshOf(found) is not { } refresh)
        {
            return null;
        }

        if (await AskAsync(found, refresh) is not { } next)
        {
            return null;
        }

        // Kept first, then used. Should the service die in between, the old pair is what it comes back with: of two tokens of an installation both are
        // good, so that the old one serves until it expires, and Slack is asked again with the old refresh token. Should Slack not take that once more,
        // the installation is refused, and said to have to be installed again, while there is still time.
        var isKept = await installations.RenewAsync(found, next);
        _unsaved.TryRemove(home, out _);
        if (isKept)
        {
            LogRenewed(logger, home);
            return next.Token;
        }

        // Installed anew meanwhile, or removed.
        return await installations.FindAsync(home, CancellationToken.None) is { } other ? installations.TokenOf(other) : null;
    }

    private async Task<SlackTokenPair?> AskAsync(SlackInstallation found, string refresh)
    {
        if (_unsaved.TryGetValue(found.Key, out var unsaved) && unsaved.For == found.Token)
        {
            return unsaved.Tokens;
        }

        if (_waits.TryGetValue(found.Key, out var wait) && wait.Until > clock.GetUtcNow())
        {
            throw new SlackUnavailableException("Slack gave no token, and is asked again later.") { RetryAfter = wait.Until - clock.GetUtcNow() };
        }

        var answer = await AskAsync(found.Key, refresh);
        if (ForGood.Contains(answer.Error))
        {
            if (await installations.RefuseAsync(found))
            {
                LogRefused(logger, found.Key, answer.Error, found.ExpiresAt);
            }

            return null;
        }

        JsonElement? body = answer.IsRight ? answer.Body : null;
        if (body is not { } granted || SlackTokenPair.Read(granted) is not { } next)
        {
            NoteFailure(found.Key);
            throw new SlackUnavailableException($"Slack gives no token: {(answer.IsRight ? SlackAnswer.Unreadable : answer.Error)}.");
        }

        _waits.TryRemove(found.Key, out _);
        _unsaved[found.Key] = (found.Token, next);
        return next;
    }

    private async Task<SlackAnswer> AskAsync(string home, string refresh)
    {
        try
        {
            return await oauth.RenewAsync(refresh, CancellationToken.None);
        }
        catch (SlackUnavailableException)
        {
            NoteFailure(home);
            throw;
        }
    }

    // Whoever calls meanwhile does not ask: later and later, five minutes at most.
    private void NoteFailure(string home)
    {
        var failures = _waits.TryGetValue(home, out var wait) ? wait.Failures + 1 : 1;
        _waits[home] = (failures, clock.GetUtcNow() + RetrySchedule.Pause(failures));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The token of {Home} in Slack was renewed")]
    private static partial void LogRenewed(ILogger logger, string home);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not renew the token of {Home} ({Error}), which is good until {Until:u}: install the app there again (/slack/install)")]
    private static partial void LogRefused(ILogger logger, string home, string error, DateTimeOffset? until);
}
