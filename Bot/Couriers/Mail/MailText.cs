using System.Text;
using ResetBot.Bot.Look;
using ResetBot.Cards.Words;
using static ResetBot.Cards.Rendering.HtmlText;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>What a mail says, as plain text and as a page: the same words, signed with the name and the help desk.</summary>
internal static class MailText
{
    // Half-way between black and white: it is seen on both.
    private const string Line = "1px solid #8c959f";

    public static string Plain(CourierMessage message, HouseLook look)
    {
        // RFC 3676 §4.3: what follows two dashes and a space is the signature.
        var text = new StringBuilder(message.Text).Append("\n\n-- \n").Append(look.Name);
        if (look.HelpDesk is { } desk)
        {
            text.Append('\n').Append(HelpDesk(message)).Append(' ').Append(desk.Text);
        }

        return text.ToString();
    }

    /// <param name="message">The message.</param>
    /// <param name="look">Whose it is.</param>
    /// <param name="logo">The content id of the logo within the mail; null when the mail has none.</param>
    /// <remarks>
    /// Tables, and styles in attributes: what mail programs show alike. Ground and text have no colour of their own, so that light and dark
    /// programs use theirs; white on the accent is read on either. Nothing is fetched from anywhere.
    /// </remarks>
    public static string Html(CourierMessage message, HouseLook look, string? logo) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Of(message.Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{Of(message.Subject)}</title>
        </head>
        <body style="margin:0;padding:24px 12px;font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;word-break:break-word">
        <div role="article" lang="{Of(message.Language)}" aria-label="{Of(message.Subject)}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;border:{Line};border-radius:6px;border-collapse:separate;overflow:hidden">
        <tr><td bgcolor="{Of(look.Accent)}" style="padding:14px 28px;background:{Of(look.Accent)};color:#ffffff;font-size:18px;font-weight:600">{Logo(logo)}{Of(look.Name)}</td></tr>
        <tr><td style="padding:24px 28px 10px">
        <h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">{Of(message.Subject)}</h1>
        {Code(message.Code)}{Paragraphs(message)}</td></tr>
        {Foot(message, look)}</table>
        </div>
        </body>
        </html>
        """;

    private static string Logo(string? id) => id is null
        ? ""
        : $"<img src=\"cid:{Of(id)}\" alt=\"\" height=\"32\" style=\"height:32px;width:auto;padding:3px 6px;margin-right:12px;vertical-align:middle;background:#ffffff;border-radius:4px\">";

    private static string Code(string? code) => code is null
        ? ""
        : $"""
        <p style="margin:0 0 18px;padding:10px 18px;border:{Line};border-radius:6px;font-family:Consolas,Menlo,monospace;font-size:32px;font-weight:700;letter-spacing:5px">{Of(code)}</p>

        """;

    private static string Paragraphs(CourierMessage message) => string.Concat(
        message.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"<p style=\"margin:0 0 14px\">{Tappable(Lines(paragraph), message.Link)}</p>\n"));

    private static string Tappable(string html, string? link) =>
        link is null ? html : html.Replace(Of(link), $"<a href=\"{Value(link)}\">{Of(link)}</a>", StringComparison.Ordinal);

    // The colour of a link is the program's: nobody knows the ground it stands on.
    private static string Foot(CourierMessage message, HouseLook look) => look.HelpDesk is null
        ? ""
        : $"""
        <tr><td style="padding:12px 28px 14px;border-top:{Line};font-size:14px">{Of(HelpDesk(message))} <a href="{Value(look.HelpDesk.Address)}">{Of(look.HelpDesk.Text)}</a></td></tr>

        """;

    private static string HelpDesk(CourierMessage message) => WordBook.For(message.Language).Say("page.common.helpDesk");
}
