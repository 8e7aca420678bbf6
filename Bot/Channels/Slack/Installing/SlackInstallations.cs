using System.Collections.Concurrent;
using System.Security.Cryptography;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>Where the app is installed, and with which tokens. A token is encrypted for its workspace: in the row of another it opens nothing.</summary>
internal sealed partial class SlackInstallations(
    IUnitsOfWork units, IDueDocuments documents, IKeyRing keys, SlackOptions options, TimeProvider clock, ILogger<SlackInstallations> logger)
{
    private const int MostDue = 100;

    private readonly ConcurrentDictionary<string, byte> _unreadable = new();

    /// <summary>Whether the app may be installed there: the list names the workspace, or its organisation.</summary>
    public bool IsAllowed(string key, string? enterprise) =>
        options.AllowedWorkspaces.Contains(key) || (enterprise is not null && options.AllowedWorkspaces.Contains(enterprise));

    /// <summary>An installation that is there, usable or not; null when there is none.</summary>
    public async Task<SlackInstallation?> FindAsync(string key, CancellationToken cancellation)
    {
        var found = await units.RunAsync(work => work.FindAsync<SlackInstallation>(key, cancellation), cancellation);
        return found is { RemovedAt: null } && found.ClientId == options.ClientId && IsAllowed(found.Key, found.Enterprise) ? found : null;
    }

    /// <summary>The usable installation that serves whoever writes there: that of the workspace, else that of its whole organisation.</summary>
    public async Task<SlackInstallation?> FindAsync(SlackSender sender, CancellationToken cancellation)
    {
        foreach (var key in (string?[])[sender.Team, sender.Enterprise])
        {
            if (key is not null && await FindAsync(key, cancellation) is { } found && IsUsable(found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Every usable installation.</summary>
    public async Task<IReadOnlyList<SlackInstallation>> UsableAsync(CancellationToken cancellation)
    {
        List<SlackInstallation> usable = [];
        foreach (var key in documents.OwnedBy<SlackInstallation>(options.ClientId, MostDue))
        {
            if (await FindAsync(key, cancellation) is { } found && IsUsable(found))
            {
                usable.Add(found);
            }
        }

        return usable;
    }

    private bool IsUsable(SlackInstallation found) => found.IsUsable(clock.GetUtcNow()) && TokenOf(found) is not null;

    /// <summary>The token; null when it cannot be read with the keys that there are.</summary>
    public string? TokenOf(SlackInstallation installation) => Read(installation, "token", installation.Token);

    /// <summary>What the next token is asked for with; null when there is nothing.</summary>
    public string? RefreshOf(SlackInstallation installation) => installation.Refresh is { } refresh ? Read(installation, "refresh", refresh) : null;

    /// <summary>Keeps a new installation in place of the one that was there; returns false, and keeps nothing, when it is of another app than the others.</summary>
    public Task<bool> StoreAsync(SlackGrant grant, CancellationToken cancellation) => units.RunAsync(
        async work =>
        {
            foreach (var key in documents.OwnedBy<SlackInstallation>(options.ClientId, MostDue))
            {
                if (await work.FindAsync<SlackInstallation>(key, cancellation) is { RemovedAt: null } other && other.AppId != grant.AppId)
                {
                    return false;
                }
            }

            var installation = await work.FindAsync<SlackInstallation>(grant.Key, cancellation) ?? new SlackInstallation { Key = grant.Key };
            (installation.Enterprise, installation.ClientId, installation.AppId) = (grant.Enterprise, options.ClientId, grant.AppId);
            (installation.BotUser, installation.Scopes) = (grant.BotUser, grant.Scopes);
            (installation.InstalledAt, installation.RemovedAt) = (work.Now, null);
            Put(work, installation, grant.Tokens);
            return true;
        },
        cancellation);

    /// <summary>Puts the next pair in the place of the one that it was given for; not when the app was installed anew or removed meanwhile.</summary>
    public Task<bool> RenewAsync(SlackInstallation old, SlackTokenPair next) => units.RunAsync(
        async work =>
        {
            var found = await SameAsync(work, old);
            if (found is not null)
            {
                Put(work, found, next);
            }

            return found is not null;
        },
        CancellationToken.None);

    /// <summary>Slack gives no other token: nobody asks again. Returns whether this is the first time that it is said.</summary>
    public Task<bool> RefuseAsync(SlackInstallation old) => MarkAsync(old, found => found.IsRefused, found => found.IsRefused = true);

    /// <summary>Slack does not exchange a token that does not expire: nobody asks again, and it stays in use. Returns whether this is the first time that it is said.</summary>
    public Task<bool> RefuseExchangeAsync(SlackInstallation old) => MarkAsync(old, found => found.IsExchangeRefused, found => found.IsExchangeRefused = true);

    /// <summary>Forgets an installation with its tokens; the row goes with what is outlived.</summary>
    public Task<bool> RemoveAsync(string key, CancellationToken cancellation) => units.RunAsync(
        async work =>
        {
            if (await work.FindAsync<SlackInstallation>(key, cancellation) is not { RemovedAt: null } found)
            {
                return false;
            }

            (found.Token, found.Refresh, found.ExpiresAt, found.RenewAt) = ("", null, null, null);
            found.RemovedAt = work.Now;
            work.Save(found);
            return true;
        },
        cancellation);

    /// <summary>Those whose tokens are to be renewed now, the oldest first.</summary>
    public IReadOnlyList<string> Due() => documents.Due<SlackInstallation>(clock.GetUtcNow(), MostDue);

    private static async Task<SlackInstallation?> SameAsync(IUnitOfWork work, SlackInstallation old) =>
        await work.FindAsync<SlackInstallation>(old.Key, CancellationToken.None) is { RemovedAt: null } found && found.Token == old.Token ? found : null;

    private Task<bool> MarkAsync(SlackInstallation old, Func<SlackInstallation, bool> isMarked, Action<SlackInstallation> mark) => units.RunAsync(
        async work =>
        {
            if (await SameAsync(work, old) is not { } found || isMarked(found))
            {
                return false;
            }

            mark(found);
            work.Save(found);
            return true;
        },
        CancellationToken.None);

    private void Put(IUnitOfWork work, SlackInstallation installation, SlackTokenPair tokens)
    {
        installation.Token = keys.Protect(Purpose(installation, "token"), tokens.Token);
        installation.Refresh = tokens.Refresh is { } refresh ? keys.Protect(Purpose(installation, "refresh"), refresh) : null;
        (installation.ExpiresAt, installation.RenewAt) = (work.Now + tokens.Lifetime, work.Now + tokens.RenewedAfter);
        (installation.IsRefused, installation.IsExchangeRefused) = (false, false);
        work.Save(installation);
    }

    private string? Read(SlackInstallation installation, string what, string text)
    {
        try
        {
            return keys.Unprotect(Purpose(installation, what), text);
        }
        catch (CryptographicException)
        {
            // Said once.
            if (_unreadable.TryAdd(text, 0))
            {
                LogUnreadable(logger, installation.Key);
            }

            return null;
        }
    }

    private static string Purpose(SlackInstallation installation, string what) => $"slack-{what}/{installation.Key}";

    [LoggerMessage(Level = LogLevel.Error, Message = "The tokens of {Key} in Slack cannot be read with the keys that are here: install the app there again (/slack/install)")]
    private static partial void LogUnreadable(ILogger logger, string key);
}
