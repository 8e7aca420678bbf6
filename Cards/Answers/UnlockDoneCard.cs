using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells that the account is unlocked, and what may have locked it.</summary>
public sealed record UnlockDoneCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("unlocked.title"),
        [
            new CardElement.Paragraph(words.Say("unlocked.intro"), Tone.Good),
            new CardElement.Paragraph(words.Say("unlocked.why")),
            new CardElement.Paragraph(words.Say("done.notYou"), Tone.Quiet),
        ],
        [],
        words.Say("unlocked.title"));
}
