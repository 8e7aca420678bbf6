using ResetBot.Bot.Channels.Slack.Installing;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// Calls the Web API as the bot of a workspace or organisation, and nothing that Slack does not take for now. None of the methods that are called takes a
/// <c>team_id</c>: a person and a conversation are found by their ids in the whole organisation. https://docs.slack.dev/enterprise/organization-ready-apps
/// </summary>
internal sealed class SlackCalls(SlackApi api, SlackPauses pauses, SlackTokens tokens)
{
    private const string Responses = "response_url";

    // What Slack would say to the token that there is not.
    private static readonly SlackAnswer NoToken = new(SlackAnswer.TokenExpired, default, null);

    /// <inheritdoc cref="SlackApi.AskAsync"/>
    /// <param name="home">The workspace or organisation, whose token it is.</param>
    /// <param name="method">Which.</param>
    /// <param name="form">Its arguments.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlackUnavailableException">Slack did not answer.</exception>
    public Task<SlackAnswer> AskAsync(string home, string method, KeyValuePair<string, string>[] form, CancellationToken cancellation) =>
        CallAsync(home, method, method, token => api.AskAsync(method, token, form, cancellation), cancellation);

    /// <inheritdoc cref="SlackApi.WriteAsync"/>
    /// <param name="home">The workspace or organisation, whose token it is.</param>
    /// <param name="method">Which.</param>
    /// <param name="scope">Within what of it Slack counts these calls.</param>
    /// <param name="body">Its arguments.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlackUnavailableException">Slack did not answer.</exception>
    public Task<SlackAnswer> WriteAsync(string home, string method, string scope, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        CallAsync(home, method, scope, token => api.WriteAsync(method, token, body, cancellation), cancellation);

    /// <summary>
    /// Puts something in the place of a tapped message, at the address that came with the tap; false when it has to go another way. Where Slack cannot be
    /// reached nobody tries for a minute: an answer waits behind it.
    /// </summary>
    public async Task<bool> RespondAsync(string address, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (pauses.Left(Responses) is not null)
        {
            return false;
        }

        try
        {
            return await api.RespondAsync(address, body, cancellation);
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            pauses.Hold(Responses, TimeSpan.FromMinutes(1));
            return false;
        }
    }

    /// <inheritdoc cref="SlackApi.UploadAsync"/>
    /// <exception cref="SlackUnavailableException">Slack did not answer.</exception>
    public async Task<SlackAnswer?> UploadAsync(string address, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            return await api.UploadAsync(address, content, cancellation);
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            throw new SlackUnavailableException("A file was not taken.", lost);
        }
    }

    private async Task<SlackAnswer> CallAsync(
        string home, string method, string scope, Func<string, Task<SlackAnswer>> call, CancellationToken cancellation)
    {
        var counted = $"{home}/{scope}";
        if (pauses.Left(counted) is { } wait)
        {
            return new SlackAnswer(SlackAnswer.RateLimited, default, wait);
        }

        try
        {
            if (await tokens.OfAsync(home, cancellation) is not { } token)
            {
                return NoToken;
            }

            var answer = await call(token);
            if (answer.IsRefusedToken && await OtherAsync(home, token, answer, cancellation) is { } another)
            {
                answer = await call(another);
            }

            pauses.Note(counted, answer);
            return answer;
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            throw new SlackUnavailableException($"{method} was not answered.", lost);
        }
    }

    private Task<string?> OtherAsync(string home, string token, SlackAnswer answer, CancellationToken cancellation) =>
        answer.Error == SlackAnswer.TokenExpired ? tokens.RenewAsync(home, token, cancellation) : tokens.NewerAsync(home, token, cancellation);
}
