using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Installing;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>
/// Where the app is installed: of the token of the configuration Slack is asked, and again when it says that the app was removed; installations are known by
/// themselves.
/// </summary>
internal sealed partial class SlackWorkspaces(
    SlackCalls slack, SlackTokenHome token, SlackInstallations installations, IUnitsOfWork units, SlackOptions options, ILogger<SlackWorkspaces> logger)
{
    private volatile string? _key;

    // Asked for with each message, and noted by nobody else.
    private Task<bool>? _isRemoved;

    /// <summary>For which installation something is meant that a sender did. What is meant for none that can be used is logged.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<SlackAddress> AddressAsync(SlackSender sender, CancellationToken cancellation)
    {
        if (!options.TakesInstalls)
        {
            return await token.FindAsync(cancellation) is not { } home ? new SlackAddress.NotInstalled()
                : home.IsAddressed(sender) ? new SlackAddress.Served(home)
                : Foreign(sender);
        }

        if (await installations.FindAsync(sender, cancellation) is { } found)
        {
            return new SlackAddress.Served(SlackHome.Of(found));
        }

        if (!installations.IsAllowed(sender.Team, sender.Enterprise))
        {
            return Foreign(sender);
        }

        LogNotInstalled(logger, sender.Team);
        return new SlackAddress.NotInstalled();
    }

    /// <summary>The installation in a workspace or organisation.</summary>
    /// <exception cref="SlackUnavailableException">There is none any more, or Slack does not say whose token it is.</exception>
    public async Task<SlackHome> HomeAsync(string home, CancellationToken cancellation)
    {
        if (!options.TakesInstalls)
        {
            return await OfTokenAsync(cancellation);
        }

        return await installations.FindAsync(home, cancellation) is { } found
            ? SlackHome.Of(found)
            : throw new SlackUnavailableException($"The app is not installed in {home} any more.");
    }

    /// <summary>Every installation that can be used now.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<IReadOnlyList<SlackHome>> HomesAsync(CancellationToken cancellation) => options.TakesInstalls
        ? [.. (await installations.UsableAsync(cancellation)).Select(SlackHome.Of)]
        : [await OfTokenAsync(cancellation)];

    /// <summary>Whether Slack took the token back: nothing can be sent until there is another one.</summary>
    public async Task<bool> IsRemovedAsync(string home, CancellationToken cancellation)
    {
        if (options.TakesInstalls)
        {
            return await installations.FindAsync(home, cancellation) is null;
        }

        if (_isRemoved is { } known)
        {
            return await known;
        }

        var isRemoved = await units.RunAsync(async work => await FindAsync(work, cancellation) is not null, cancellation);

        // What is noted meanwhile holds.
        _ = Interlocked.CompareExchange(ref _isRemoved, Task.FromResult(isRemoved), null);
        return isRemoved;
    }

    /// <summary>Slack says that the app was removed or a token revoked: asks whether ours still holds, and forgets it when it does not.</summary>
    /// <returns>Whether it does not.</returns>
    /// <exception cref="SlackUnavailableException">Slack does not say.</exception>
    public async Task<bool> NoteRemovalAsync(string home, CancellationToken cancellation)
    {
        var answer = await TestAsync(home, cancellation);
        if (answer.IsRight)
        {
            return false;
        }

        if (!answer.IsRefusedToken)
        {
            throw new SlackUnavailableException($"Slack does not say whether the token holds: {answer.Error}.") { RetryAfter = answer.RetryAfter };
        }

        if (options.TakesInstalls)
        {
            await installations.RemoveAsync(home, cancellation);
            return true;
        }

        await units.RunAsync(
            async work =>
            {
                if (await FindAsync(work, cancellation) is null)
                {
                    work.Save(new SlackRemoval { Key = Key, At = work.Now });
                }

                return true;
            },
            cancellation);
        Volatile.Write(ref _isRemoved, Task.FromResult(true));
        return true;
    }

    private string Key => _key ??= HandleKey.Of(options.BotToken);

    private Task<SlackRemoval?> FindAsync(IUnitOfWork work, CancellationToken cancellation) => work.FindAsync<SlackRemoval>(Key, cancellation);

    private async Task<SlackHome> OfTokenAsync(CancellationToken cancellation) =>
        await token.FindAsync(cancellation) ?? throw new SlackUnavailableException("Slack refuses the token.");

    private SlackAddress.Foreign Foreign(SlackSender sender)
    {
        LogForeign(logger, sender.Team);
        return new SlackAddress.Foreign();
    }

    // https://docs.slack.dev/reference/methods/auth.test
    private Task<SlackAnswer> TestAsync(string home, CancellationToken cancellation) => slack.AskAsync(home, "auth.test", [], cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something from a workspace that is not served ({Team}) was refused")]
    private static partial void LogForeign(ILogger logger, string team);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something from {Team}, where the Slack app has no token that is good, was refused: install it there at /slack/install")]
    private static partial void LogNotInstalled(ILogger logger, string team);
}
