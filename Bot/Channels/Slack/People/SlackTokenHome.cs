using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>
/// Where the token of the configuration is good: Slack is asked once, by one at a time, whoever else waits for it. A token that Slack refuses is not asked
/// about again for minutes.
/// </summary>
internal sealed partial class SlackTokenHome(SlackCalls slack, SlackOptions options, TimeProvider time, ILogger<SlackTokenHome> logger)
{
    private static readonly TimeSpan RefusalKept = TimeSpan.FromMinutes(5);

    private readonly Lock _asking = new();
    private volatile Task<Said>? _said;
    private volatile bool _isRefusalTold;

    /// <summary>The workspace or organisation; null while Slack refuses the token. Whoever gives up leaves the question to the others.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<SlackHome?> FindAsync(CancellationToken cancellation) => (await SaidAsync().WaitAsync(cancellation)).Home;

    private Task<Said> SaidAsync()
    {
        if (_said is { } known && Holds(known))
        {
            return known;
        }

        lock (_asking)
        {
            if (_said is not { } said || (said.IsCompleted && !Holds(said)))
            {
                _said = said = AskAsync();
            }

            return said;
        }
    }

    private bool Holds(Task<Said> said) => said.IsCompletedSuccessfully && said.Result.Until > time.GetUtcNow();

    // https://docs.slack.dev/reference/methods/auth.test
    private async Task<Said> AskAsync()
    {
        var answer = await slack.AskAsync("", "auth.test", [], CancellationToken.None);
        if (answer.IsRefusedToken)
        {
            TellRefused(answer.Error);
            return new Said(null, time.GetUtcNow() + RefusalKept);
        }

        JsonElement? body = answer.IsRight ? answer.Body : null;
        if (body.Text("team_id"u8) is not { } team)
        {
            throw new SlackUnavailableException($"Slack does not say whose token it is: {answer.Error}.") { RetryAfter = answer.RetryAfter };
        }

        var enterprise = body.Text("enterprise_id"u8) is { Length: > 0 } organisation ? organisation : null;
        IReadOnlyCollection<string> own = [body.IsTrue("is_enterprise_install"u8) && enterprise is not null ? enterprise : team];
        return new Said(new SlackHome(team, enterprise, options.AllowedWorkspaces.Count > 0 ? [.. options.AllowedWorkspaces] : own), DateTimeOffset.MaxValue);
    }

    private void TellRefused(string error)
    {
        if (!_isRefusalTold)
        {
            _isRefusalTold = true;
            LogRefused(logger, error);
        }
    }

    /// <param name="Home">Where it is good; null where it is refused.</param>
    /// <param name="Until">How long that is believed.</param>
    private sealed record Said(SlackHome? Home, DateTimeOffset Until);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack refuses Slack:BotToken ({Error}): nothing that people do there is done until it is another one, or Slack takes it again. It is asked every five minutes, and this is said once")]
    private static partial void LogRefused(ILogger logger, string error);
}
