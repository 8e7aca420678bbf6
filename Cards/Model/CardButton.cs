using System.Text.Json.Serialization;

namespace ResetBot.Cards.Model;

/// <summary>Something to tap.</summary>
[JsonDerivedType(typeof(Choose), "choose")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Submit), "submit")]
public abstract record CardButton(string Label)
{
    /// <summary>Sends a choice, which is a word that can also be typed.</summary>
    /// <param name="Label">What the button says.</param>
    /// <param name="Value">The word.</param>
    /// <param name="Numbered">It is one of the answers to the card's question, and can be typed by its number.</param>
    public sealed record Choose(string Label, string Value, bool Numbered = false) : CardButton(Label);

    /// <summary>Opens a page in the browser, or a message in the mail program.</summary>
    /// <param name="Label">What the button says.</param>
    /// <param name="Address">Begins with https, http or mailto: every other scheme (<c>javascript:</c>, <c>data:</c>) is refused.</param>
    /// <param name="Aside">It is not what the card is for, and its words tell the address already.</param>
    public sealed record Open(string Label, string Address, bool Aside = false) : CardButton(Label)
    {
        private static readonly string[] Schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto];

        public string Address { get; } = CanBeOpened(Address) ? Address : throw new ArgumentException("A button opens pages and mails only.", nameof(Address));

        private static bool CanBeOpened(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme);
    }

    /// <summary>Sends what was typed into the card's field.</summary>
    public sealed record Submit(string Label) : CardButton(Label);
}
