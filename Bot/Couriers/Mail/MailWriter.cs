using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>Writes a courier's message as an Internet message.</summary>
internal static class MailWriter
{
    public static MimeMessage Write(CourierMessage message, MailboxAddress from, MailboxAddress to, DateTimeOffset now)
    {
        var mail = new MimeMessage
        {
            Subject = OneLine(message.Subject),
            Date = now,
            MessageId = $"{Token(message.Id)}@{from.Domain}",
            Body = new TextPart("plain") { Text = message.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834 §5: no out-of-office answers, please.
        mail.Headers.Add("X-Auto-Response-Suppress", "All"); // The same for Exchange, [MS-OXCMAIL] §2.2.3.2.14.
        return mail;
    }

    private static string OneLine(string text)
        => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    /// <summary>The id itself where a Message-ID takes it (RFC 5322 §3.6.4), else a digest of it: the same at every attempt.</summary>
    private static string Token(string id)
        => id.Length is > 0 and <= 100 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
