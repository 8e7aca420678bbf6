using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells that the new password is in force after a change, and what still holds the old one.</summary>
public sealed record ChangeDoneCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("done.title"),
        [
            new CardElement.Paragraph(words.Say("changed.intro"), Tone.Good),
            new CardElement.Paragraph(words.Say("done.elsewhere")),
            new CardElement.Paragraph(words.Say("done.notYou"), Tone.Quiet),
        ],
        [],
        words.Say("done.title"));
}
