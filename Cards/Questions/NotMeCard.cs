using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks whether everything is to be stopped, and says what that means.</summary>
public sealed record NotMeCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("notMe.title"),
        [new CardElement.Paragraph(words.Say("notMe.intro")), new CardElement.Paragraph(words.Say("notMe.price"), Tone.Warning)],
        [
            new CardButton.Choose(words.Say("button.notMeYes"), words.Say("word.notMeYes"), Numbered: true),
            new CardButton.Choose(words.Say("button.notMeNo"), words.Say("word.notMeNo"), Numbered: true),
        ],
        words.Say("notMe.title"));
}
