using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks somebody whom the channel does not know which account they mean.</summary>
public sealed record NameAccountCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("name.title"),
        [
            new CardElement.Paragraph(words.Say("name.intro")),
            new CardElement.Field(words.Say("name.field"), words.Say("name.example"), FieldKind.Account, 320),
        ],
        [
            new CardButton.Submit(words.Say("button.continue")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("name.title"));
}
