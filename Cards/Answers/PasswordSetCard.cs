using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells that the new password is in force, and what still holds the old one.</summary>
/// <param name="AfterReset">It was set by a reset, which unlocks the account too; otherwise it was changed.</param>
public sealed record PasswordSetCard(bool AfterReset) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("done.title"),
        [
            new CardElement.Paragraph(words.Say(AfterReset ? "done.intro" : "changed.intro"), Tone.Good),
            new CardElement.Paragraph(words.Say("done.elsewhere")),
            new CardElement.Paragraph(words.Say("done.notYou"), Tone.Quiet),
        ],
        [],
        words.Say("done.title"));
}
