namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// Which token a call is made with, and the next one when it expires. Of one installation one renewal is under way at a time, and whoever comes meanwhile
/// gets what it brings: what a token is renewed with is good once, and so is a token that is exchanged.
/// </summary>
internal sealed class SlackTokens(SlackInstallations installations, SlackRenewals renewals, SlackOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<SlackNextToken>> _underWay = [];

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
    public async Task<string?> RenewAsync(string home, string token, CancellationToken cancellation) =>
        options.TakesInstalls && await Shared(home, token, renewals.RenewAsync).WaitAsync(cancellation) is SlackNextToken.Given next ? next.Token : null;

    /// <summary>What came in the place of this token, which Slack takes no more, once what is under way is done; null when it is still the one. Asks Slack for nothing.</summary>
    /// <exception cref="SlackUnavailableException">Another one is asked for, and Slack gives none now.</exception>
    public async Task<string?> NewerAsync(string home, string token, CancellationToken cancellation)
    {
        if (!options.TakesInstalls)
        {
            return null;
        }

        if (UnderWay(home) is { } running)
        {
            await running.WaitAsync(cancellation);
        }

        return await installations.FindAsync(home, cancellation) is { } found && installations.TokenOf(found) is { } now && now != token ? now : null;
    }

    /// <summary>A token that expires and is renewed in place of this one, which does not. Whoever uses this one meanwhile goes on with it.</summary>
    /// <exception cref="SlackUnavailableException">Slack gives no other one now.</exception>
    public Task<SlackNextToken> ExchangeAsync(string home, string token, CancellationToken cancellation) =>
        Shared(home, token, renewals.ExchangeAsync).WaitAsync(cancellation);

    // Not given up with whoever asked first: what Slack gives has to be kept.
    private Task<SlackNextToken> Shared(string home, string token, Func<SlackInstallation, Task<SlackNextToken>> ask)
    {
        lock (_gate)
        {
            if (_underWay.TryGetValue(home, out var running))
            {
                return running;
            }

            var renewal = AskOnceAsync(home, token, ask);
            _underWay[home] = renewal;
            renewal.ContinueWith(_ => Leave(home), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return renewal;
        }
    }

    private Task<SlackNextToken>? UnderWay(string home)
    {
        lock (_gate)
        {
            return _underWay.GetValueOrDefault(home);
        }
    }

    private void Leave(string home)
    {
        lock (_gate)
        {
            _underWay.Remove(home);
        }
    }

    private async Task<SlackNextToken> AskOnceAsync(string home, string token, Func<SlackInstallation, Task<SlackNextToken>> ask)
    {
        if (await installations.FindAsync(home, CancellationToken.None) is not { } found || installations.TokenOf(found) is not { } now)
        {
            return new SlackNextToken.None();
        }

        // Somebody was faster.
        return now == token ? await ask(found) : new SlackNextToken.Given(now);
    }
}
