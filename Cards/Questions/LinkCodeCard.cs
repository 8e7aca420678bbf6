using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows the code with which a person is known in another chat, once they typed it there.</summary>
/// <param name="Place">The channel of that chat.</param>
/// <param name="Digits">The code.</param>
/// <param name="Until">Until when it is good, in their time zone.</param>
public sealed record LinkCodeCard(string Place, string Digits, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("link.title", words.Say("at." + Place)),
        [
            new CardElement.Paragraph(words.Say("link.intro", words.Say("at." + Place))),
            new CardElement.Facts([new Fact(words.Say("link.label"), $"{words.Say("word.link")} {Digits}")]),
            new CardElement.Paragraph(words.Say("link.until", words.Moment(Until))),
            new CardElement.Paragraph(words.Say("link.warning"), Tone.Warning),
        ],
        [
            new CardButton.Choose(words.Say("button.newCode"), words.Say("word.newCode")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("link.title", words.Say("at." + Place)));
}
