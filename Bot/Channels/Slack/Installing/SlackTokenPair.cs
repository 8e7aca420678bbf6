using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>A bot's token, and with what the next one is asked for where it expires. https://docs.slack.dev/authentication/using-token-rotation</summary>
/// <param name="Token">xoxb-…, or xoxe.xoxb-… where it expires.</param>
/// <param name="Refresh">xoxe-…; null where the token does not expire.</param>
/// <param name="Lifetime">For how long the token is good; null where it does not expire.</param>
internal sealed record SlackTokenPair(string Token, string? Refresh, TimeSpan? Lifetime)
{
    private const int LongestToken = 1000;

    // As Slack's own libraries do. https://docs.slack.dev/tools/python-slack-sdk/oauth
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    /// <summary>After what time the next pair is asked for: two hours before the end, or in the middle of what is shorter; null where the token does not expire.</summary>
    public TimeSpan? RenewedAfter => Lifetime is { } life ? (life > RenewedBefore * 2 ? life - RenewedBefore : life / 2) : null;

    /// <summary>Reads an answer; null when there is no token of a bot in it, or one that expires and cannot be renewed.</summary>
    public static SlackTokenPair? Read(JsonElement answer)
    {
        if (answer.Text("access_token"u8) is not { Length: <= LongestToken } token
            || !(token.StartsWith("xoxb-", StringComparison.Ordinal) || token.StartsWith("xoxe.xoxb-", StringComparison.Ordinal)))
        {
            return null;
        }

        var refresh = answer.Text("refresh_token"u8);
        if (answer.Member("expires_in"u8) is not { ValueKind: JsonValueKind.Number } life)
        {
            return refresh is null ? new SlackTokenPair(token, null, null) : null;
        }

        return life.TryGetInt64(out var seconds) && seconds > 0 && seconds <= LongestLife.TotalSeconds && refresh is { Length: > 0 and <= LongestToken }
            ? new SlackTokenPair(token, refresh, TimeSpan.FromSeconds(seconds))
            : null;
    }

    public override string ToString() => "(tokens)";
}
