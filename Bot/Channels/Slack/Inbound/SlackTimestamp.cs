using System.Globalization;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Slack's moments: seconds since 1970, a dot, and what tells those of one second apart.</summary>
internal static class SlackTimestamp
{
    // Until the year 2106.
    private const long Last = uint.MaxValue;

    /// <summary>The second; null when it is none.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        var seconds = text.AsSpan();
        var dot = seconds.IndexOf('.');
        return long.TryParse(dot < 0 ? seconds : seconds[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is > 0 and <= Last
            ? DateTimeOffset.FromUnixTimeSeconds(read)
            : null;
    }
}
