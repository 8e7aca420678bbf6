using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Says where something goes on that was begun somewhere else in the channel.</summary>
/// <param name="Link">Leads there; null where it is not known yet.</param>
public sealed record ShortcutCard(string? Link) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("shortcut.title"),
        [new CardElement.Paragraph(words.Say("shortcut.here"))],
        Link is null ? [] : [new CardButton.Open(words.Say("shortcut.open"), Link)],
        words.Say("shortcut.title"));
}
