using System.Text;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// What a person typed, out of what Slack makes of it: addresses and numbers become links, three characters are escaped, and the bot's name stands
/// for itself. https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
internal static class SlackText
{
    public static string Typed(string text)
    {
        var typed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '<' ? text.IndexOf('>', at) : -1;
            typed.Append(end < 0 ? text[at] : Shown(text[(at + 1)..end]));
            at = end < 0 ? at + 1 : end + 1;
        }

        var plain = typed.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
        return WireText.Visible(plain).Replace('\u00a0', ' ').Trim();
    }

    // <mailto:a@b.example|a@b.example>, <https://a.example>, <@U123>, <#C123|name>, <!here>.
    private static string Shown(string link)
    {
        if (link.StartsWith('@') || link.StartsWith('!') || link.StartsWith('#'))
        {
            return " ";
        }

        var bar = link.IndexOf('|', StringComparison.Ordinal);
        return bar >= 0 ? link[(bar + 1)..] : link;
    }
}
