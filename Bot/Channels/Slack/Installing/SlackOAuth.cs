using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>Asks Slack for tokens as the app itself, and gives tokens back. https://docs.slack.dev/authentication/installing-with-oauth</summary>
internal sealed class SlackOAuth(SlackApi api, SlackPauses pauses)
{
    public const string Method = "oauth.v2.access";
    public const string TokenMethod = "oauth.v2.exchange";

    /// <summary>Exchanges the code that Slack gave a browser.</summary>
    /// <exception cref="SlackUnavailableException">Slack did not answer, or takes no more calls for now.</exception>
    public Task<SlackAnswer> ExchangeAsync(string code, string redirect, CancellationToken cancellation) =>
        AccessAsync([new("code", code), new("redirect_uri", redirect)], cancellation);

    /// <summary>Asks for the next pair of tokens. What it is asked with is good once.</summary>
    /// <inheritdoc cref="ExchangeAsync"/>
    public Task<SlackAnswer> RenewAsync(string refresh, CancellationToken cancellation) =>
        AccessAsync([new("grant_type", "refresh_token"), new("refresh_token", refresh)], cancellation);

    /// <summary>
    /// Exchanges a token that does not expire for a pair of which the token does, where the app's settings say that tokens expire. It can be exchanged once.
    /// https://docs.slack.dev/reference/methods/oauth.v2.exchange
    /// </summary>
    /// <inheritdoc cref="ExchangeAsync"/>
    public Task<SlackAnswer> ExchangeTokenAsync(string token, CancellationToken cancellation) =>
        AskAsync(TokenMethod, () => api.AuthorizeInFormAsync(TokenMethod, [new("token", token)], cancellation), cancellation);

    /// <summary>Makes a token worth nothing; whether Slack says that it is. https://docs.slack.dev/reference/methods/auth.revoke</summary>
    public async Task<bool> RevokeAsync(string token, CancellationToken cancellation)
    {
        try
        {
            var answer = await api.AskAsync("auth.revoke", token, [], cancellation);
            JsonElement? body = answer.IsRight ? answer.Body : null;
            return body.IsTrue("revoked"u8);
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            return false;
        }
    }

    private Task<SlackAnswer> AccessAsync(KeyValuePair<string, string>[] form, CancellationToken cancellation) =>
        AskAsync(Method, () => api.AuthorizeAsync(Method, form, cancellation), cancellation);

    private async Task<SlackAnswer> AskAsync(string method, Func<Task<SlackAnswer>> ask, CancellationToken cancellation)
    {
        if (pauses.Left(method) is { } wait)
        {
            throw new SlackUnavailableException("Slack gives no tokens for now.") { RetryAfter = wait };
        }

        SlackAnswer answer;
        try
        {
            answer = await ask();
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            throw new SlackUnavailableException($"{method} was not answered.", lost);
        }

        pauses.Note(method, answer);
        return answer.IsPassing
            ? throw new SlackUnavailableException($"Slack gives no tokens now: {answer.Error}.") { RetryAfter = answer.RetryAfter }
            : answer;
    }
}
