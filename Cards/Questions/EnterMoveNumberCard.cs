using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks for the number that the web page shows, so that what was begun there goes on here.</summary>
public sealed record EnterMoveNumberCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("move.title"),
        [
            new CardElement.Paragraph(words.Say("move.intro")),
            new CardElement.Paragraph(words.Say("move.warning"), Tone.Quiet),
            new CardElement.Field(words.Say("move.field"), "0000", FieldKind.Digits, 8),
        ],
        [
            new CardButton.Submit(words.Say("button.continue")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("move.title"));
}
