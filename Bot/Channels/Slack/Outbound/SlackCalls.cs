namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>Calls the Web API as the bot, and nothing that Slack does not take for now.</summary>
internal sealed class SlackCalls(SlackApi api, SlackPauses pauses, SlackOptions options)
{
    /// <inheritdoc cref="SlackApi.AskAsync"/>
    /// <exception cref="SlackUnavailableException">Slack did not answer.</exception>
    public Task<SlackAnswer> AskAsync(string method, KeyValuePair<string, string>[] form, CancellationToken cancellation) =>
        CallAsync(method, method, () => api.AskAsync(method, options.BotToken, form, cancellation), cancellation);

    /// <inheritdoc cref="SlackApi.WriteAsync"/>
    /// <param name="method">Which.</param>
    /// <param name="scope">Within what Slack counts these calls.</param>
    /// <param name="body">Its arguments.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlackUnavailableException">Slack did not answer.</exception>
    public Task<SlackAnswer> WriteAsync(string method, string scope, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        CallAsync(method, scope, () => api.WriteAsync(method, options.BotToken, body, cancellation), cancellation);

    private async Task<SlackAnswer> CallAsync(string method, string scope, Func<Task<SlackAnswer>> call, CancellationToken cancellation)
    {
        if (pauses.Left(scope) is { } wait)
        {
            return new SlackAnswer(SlackAnswer.RateLimited, default, wait);
        }

        try
        {
            var answer = await call();
            pauses.Note(scope, answer);
            return answer;
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            throw new SlackUnavailableException($"{method} was not answered.", lost);
        }
    }
}
