using System.Net;
using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>The words of a message: without mentions of the bot, invisible characters and surrounding space.</summary>
internal static class MessageText
{
    public static string Of(JsonElement activity, string? botId)
    {
        var text = activity.Text("text"u8) ?? "";
        foreach (var mention in MentionsOf(activity, botId))
        {
            text = Without(text, mention);
        }

        text = activity.Text("textFormat"u8) == "xml" ? WebUtility.HtmlDecode(text) : text.Replace("&nbsp;", " ", StringComparison.Ordinal);
        return WireText.Visible(text).Replace('\u00a0', ' ').Trim();
    }

    private static IEnumerable<string> MentionsOf(JsonElement activity, string? botId) =>
        activity.Items("entities"u8)
            .Where(entity => entity.Text("type"u8) == "mention" && botId is not null && entity.Member("mentioned"u8).Text("id"u8) == botId)
            .Select(entity => entity.Text("text"u8))
            .OfType<string>()
            .Where(mention => mention.Length > 0);

    // A name with & or < is escaped in the text or in the entity, depending on the client; some escape the <at> as well.
    private static string Without(string text, string mention)
    {
        var plain = WebUtility.HtmlDecode(mention);
        string[] forms = [mention, plain, WebUtility.HtmlEncode(mention), WebUtility.HtmlEncode(plain), NameEscaped(plain)];
        foreach (var form in forms.Distinct())
        {
            text = text.Replace(form, " ", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static string NameEscaped(string mention)
    {
        const string open = "<at>", close = "</at>";
        var isTagged = mention.StartsWith(open, StringComparison.OrdinalIgnoreCase)
            && mention.EndsWith(close, StringComparison.OrdinalIgnoreCase)
            && mention.Length >= open.Length + close.Length;
        return isTagged ? open + WebUtility.HtmlEncode(mention[open.Length..^close.Length]) + close : mention;
    }
}
