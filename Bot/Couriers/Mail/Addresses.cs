using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>E-mail addresses as people and directories give them.</summary>
internal static class Addresses
{
    public static bool IsOne(string text) => TryRead(text, out _);

    /// <summary>Reads exactly one plain address: no name, no group, no comment, nothing that could begin another header.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out MailboxAddress? address)
        => MailboxAddress.TryParse(text, out address)
            && address.Address == text
            && address.LocalPart.Length > 0
            && address.Domain.Length > 0
            && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character));

    /// <summary>Enough to tell addresses apart in a log, too little to write to them.</summary>
    public static string Mask(string text)
    {
        var at = text.LastIndexOf('@');
        return at < 1 ? "***" : $"{text[0]}***{text[at..]}";
    }
}
