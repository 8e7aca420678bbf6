using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Installing;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>
/// Where the app is installed: of the token of the configuration Slack is asked once, and again when it says that the app was removed; installations are
/// known by themselves.
/// </summary>
internal sealed class SlackWorkspaces(SlackCalls slack, SlackInstallations installations, IUnitsOfWork units, SlackOptions options)
{
    private volatile SlackHome? _home;
    private volatile string? _key;

    // Asked for with each message, and noted by nobody else.
    private Task<bool>? _isRemoved;

    /// <summary>For which installation something is meant that a sender did.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<SlackAddress> AddressAsync(SlackSender sender, CancellationToken cancellation)
    {
        if (!options.TakesInstalls)
        {
            var home = _home ??= await AskAsync(cancellation);
            return home.IsAddressed(sender) ? new SlackAddress.Served(home) : new SlackAddress.Foreign();
        }

        return await installations.FindAsync(sender, cancellation) is { } found ? new SlackAddress.Served(SlackHome.Of(found))
            : installations.IsAllowed(sender.Team, sender.Enterprise) ? new SlackAddress.NotInstalled()
            : new SlackAddress.Foreign();
    }

    /// <summary>The installation in a workspace or organisation.</summary>
    /// <exception cref="SlackUnavailableException">There is none any more, or Slack does not say whose token it is.</exception>
    public async Task<SlackHome> HomeAsync(string home, CancellationToken cancellation)
    {
        if (!options.TakesInstalls)
        {
            return _home ??= await AskAsync(cancellation);
        }

        return await installations.FindAsync(home, cancellation) is { } found
            ? SlackHome.Of(found)
            : throw new SlackUnavailableException($"The app is not installed in {home} any more.");
    }

    /// <summary>Every installation that can be used now.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<IReadOnlyList<SlackHome>> HomesAsync(CancellationToken cancellation) => options.TakesInstalls
        ? [.. (await installations.UsableAsync(cancellation)).Select(SlackHome.Of)]
        : [_home ??= await AskAsync(cancellation)];

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

    private async Task<SlackHome> AskAsync(CancellationToken cancellation)
    {
        var answer = await TestAsync("", cancellation);
        JsonElement? body = answer.IsRight ? answer.Body : null;
        if (body.Text("team_id"u8) is not { } team)
        {
            throw new SlackUnavailableException($"Slack does not say whose token it is: {answer.Error}.") { RetryAfter = answer.RetryAfter };
        }

        var enterprise = body.Text("enterprise_id"u8) is { Length: > 0 } organisation ? organisation : null;
        IReadOnlyCollection<string> own = [body.IsTrue("is_enterprise_install"u8) && enterprise is not null ? enterprise : team];
        return new SlackHome(team, enterprise, options.AllowedWorkspaces.Count > 0 ? [.. options.AllowedWorkspaces] : own);
    }

    // https://docs.slack.dev/reference/methods/auth.test
    private Task<SlackAnswer> TestAsync(string home, CancellationToken cancellation) => slack.AskAsync(home, "auth.test", [], cancellation);
}
