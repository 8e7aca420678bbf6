using System.Net.Mail;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards;

/// <summary>Where people reach the help desk.</summary>
/// <param name="Text">As it is configured and shown: an e-mail address, or an https address.</param>
public sealed record HelpDeskLink(string Text)
{
    /// <summary>What a link to it opens.</summary>
    public string Address => MailAddress.TryCreate(Text, out var mailbox) ? $"mailto:{Uri.EscapeDataString(mailbox.User)}@{mailbox.Host}" : Text;

    /// <summary>The button that opens it.</summary>
    public CardButton Button(WordBook words) => new CardButton.Open(words.Say("button.helpDesk"), Address, Aside: true);

    /// <summary>True for one plain e-mail address and for an address that begins with https and names a host: nothing else can be opened.</summary>
    public static bool IsOne(string text) =>
        !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"')
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? Uri.TryCreate(text, UriKind.Absolute, out var page) && page.UserInfo.Length == 0
            : MailAddress.TryCreate(text, out var mailbox) && mailbox.Address == text);
}
