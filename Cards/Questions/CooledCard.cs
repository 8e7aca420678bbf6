using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>The waiting time of a reset is over: asks whether the new password is to be chosen now.</summary>
/// <param name="ComeBy">Until when it can be, in the person's time zone.</param>
public sealed record CooledCard(DateTimeOffset ComeBy) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("cooled.title"),
        [new CardElement.Paragraph(words.Say("cooled.intro", words.Moment(ComeBy)))],
        [
            new CardButton.Choose(words.Say("button.choosePassword"), words.Say("word.choosePassword")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("cooled.title"));
}
