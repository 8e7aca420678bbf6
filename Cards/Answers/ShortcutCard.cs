using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Says where something goes on that was begun somewhere else in the channel.</summary>
/// <param name="Link">Leads there; null where it is not known yet.</param>
/// <param name="Said">What came of it, in words; null where that is said there.</param>
public sealed record ShortcutCard(string? Link, string? Said = null) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("shortcut.title"),
        [new CardElement.Paragraph(Said ?? words.Say("shortcut.here"))],
        Link is null ? [] : [new CardButton.Open(words.Say("shortcut.open"), Link)],
        words.Say("shortcut.title"));
}
