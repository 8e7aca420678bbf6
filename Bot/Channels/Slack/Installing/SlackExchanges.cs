using ResetBot.Bot.Channels.Slack.Outbound;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// Has tokens that do not expire exchanged for ones that do, where the app was installed before token rotation was switched on in its settings: asks for each
/// at the start, and then once a day, since nobody tells when it is switched on. https://docs.slack.dev/authentication/using-token-rotation
/// </summary>
internal sealed partial class SlackExchanges(
    SlackInstallations installations, SlackTokens tokens, TimeProvider clock, ILogger<SlackExchanges> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    // Those that are still to be asked for. One that has to wait goes behind the others, and whoever looks next goes on with them.
    private readonly Queue<string> _left = [];
    private DateTimeOffset _nextRound;
    private bool _isSaid;

    /// <summary>Asks for what is due. Only one looks at a time.</summary>
    public async Task LookAsync(CancellationToken stopping)
    {
        await BeginRoundAsync(stopping);
        while (_left.TryDequeue(out var home))
        {
            try
            {
                await ExchangeAsync(home, stopping);
            }
            catch (SlackUnavailableException later)
            {
                _left.Enqueue(home);
                LogLater(logger, home, later.Message);
                return;
            }
            catch
            {
                _left.Enqueue(home);
                throw;
            }
        }
    }

    private async Task BeginRoundAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        if (_left.Count > 0 || now < _nextRound)
        {
            return;
        }

        foreach (var found in await installations.UsableAsync(stopping))
        {
            if (found.IsExchangeable)
            {
                _left.Enqueue(found.Key);
            }
        }

        _nextRound = now + Every;
    }

    private async Task ExchangeAsync(string home, CancellationToken stopping)
    {
        if (await installations.FindAsync(home, stopping) is not { IsExchangeable: true } found || installations.TokenOf(found) is not { } token)
        {
            return;
        }

        switch (await tokens.ExchangeAsync(home, token, stopping))
        {
            case SlackNextToken.Given or SlackNextToken.None:
                break;

            case SlackNextToken.NotForThisApp no:
                // So it is for the others.
                _left.Clear();
                Told(no.Error);
                break;

            case var other:
                throw new InvalidOperationException($"Not an outcome: {other.GetType().Name}.");
        }
    }

    // It is as most apps are, and nothing to be told of every day; other errors are told where Slack is called.
    private void Told(string error)
    {
        if (error == SlackAnswer.NotRotated && !_isSaid)
        {
            _isSaid = true;
            LogNotRotated(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tokens of the Slack app do not expire: token rotation is off in its settings, and asked for again once a day")]
    private static partial void LogNotRotated(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The token of {Home} in Slack is not exchanged yet for one that expires, and Slack is asked again: {Why}")]
    private static partial void LogLater(ILogger logger, string home, string why);
}
