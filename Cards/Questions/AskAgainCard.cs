using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>The directory was silent after everything was proved: offers to ask it again.</summary>
public sealed record AskAgainCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("again.title"),
        [new CardElement.Paragraph(words.Say("again.intro"))],
        [
            new CardButton.Choose(words.Say("button.again"), words.Say("word.again")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("again.title"));
}
