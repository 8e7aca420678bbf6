using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>Where the app is installed: Slack is asked once, and again when it says that the app was removed.</summary>
internal sealed class SlackWorkspaces(SlackCalls slack, IUnitsOfWork units, SlackOptions options)
{
    private volatile SlackHome? _home;

    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<SlackHome> HomeAsync(CancellationToken cancellation) => _home ??= await AskAsync(cancellation);

    /// <summary>Whether Slack took the token back: nothing can be sent until another one is configured.</summary>
    public Task<bool> IsRemovedAsync(CancellationToken cancellation) => units.RunAsync(async work => await FindAsync(work, cancellation) is not null, cancellation);

    /// <summary>Slack says that the app was removed or a token revoked: asks whether ours still holds.</summary>
    /// <returns>Whether it does not.</returns>
    /// <exception cref="SlackUnavailableException">Slack does not say.</exception>
    public async Task<bool> NoteRemovalAsync(CancellationToken cancellation)
    {
        var answer = await TestAsync(cancellation);
        if (answer.IsRight)
        {
            return false;
        }

        if (!answer.IsRefusedToken)
        {
            throw new SlackUnavailableException($"Slack does not say whether the token holds: {answer.Error}.") { RetryAfter = answer.RetryAfter };
        }

        return await units.RunAsync(
            async work =>
            {
                if (await FindAsync(work, cancellation) is null)
                {
                    work.Save(new SlackRemoval { Key = Key, At = work.Now });
                }

                return true;
            },
            cancellation);
    }

    private string Key => HandleKey.Of(options.BotToken);

    private Task<SlackRemoval?> FindAsync(IUnitOfWork work, CancellationToken cancellation) => work.FindAsync<SlackRemoval>(Key, cancellation);

    private async Task<SlackHome> AskAsync(CancellationToken cancellation)
    {
        var answer = await TestAsync(cancellation);
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
    private Task<SlackAnswer> TestAsync(CancellationToken cancellation) => slack.AskAsync("auth.test", [], cancellation);
}
