using System.Security.Cryptography;
using System.Text;
using MimeKit;
using ResetBot.Bot.Look;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>Writes a courier's message as an Internet message.</summary>
internal static class MailWriter
{
    public static MimeMessage Write(CourierMessage message, MailboxAddress from, MailboxAddress to, HouseLook look, DateTimeOffset now)
    {
        var mail = new MimeMessage
        {
            Subject = OneLine(message.Subject),
            Date = now,
            MessageId = $"{Token(message.Id)}@{from.Domain}",

            // RFC 2046 §5.1.4: the plainest first; a reader shows the last that it can.
            Body = new MultipartAlternative(Part("plain", MailText.Plain(message, look)), Page(message, look, from.Domain)),
        };
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834 §5: no out-of-office answers, please.
        mail.Headers.Add("X-Auto-Response-Suppress", "All"); // The same for Exchange, [MS-OXCMAIL] §2.2.3.2.14.
        return mail;
    }

    // RFC 2387: the logo travels with the page that shows it.
    private static MimeEntity Page(CourierMessage message, HouseLook look, string domain)
    {
        if (look.MailLogo is not { } logo)
        {
            return Part("html", MailText.Html(message, look, logo: null));
        }

        var id = $"logo.{look.LogoVersion}@{domain}";
        var type = ContentType.Parse(logo.Type);
        var picture = new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(logo.Content)),
            ContentId = id,
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = "logo." + type.MediaSubtype },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        return new MultipartRelated(Part("html", MailText.Html(message, look, id)), picture);
    }

    private static TextPart Part(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private static string OneLine(string text)
        => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    /// <summary>The id itself where a Message-ID takes it (RFC 5322 §3.6.4), else a digest of it: the same at every attempt.</summary>
    private static string Token(string id)
        => id.Length is > 0 and <= 100 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
