using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows the number that a person types in another chat of theirs, and waits for it.</summary>
/// <param name="Place">The channel of that chat.</param>
/// <param name="Number">The number.</param>
/// <param name="Until">Until when they can answer, in their time zone.</param>
public sealed record PushWaitCard(string Place, string Number, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("push.wait.title", words.Say("at." + Place)),
        [
            new CardElement.Paragraph(words.Say("push.wait.intro", words.Say("at." + Place))),
            new CardElement.Facts([new Fact(words.Say("approve.label"), Number)]),
            new CardElement.Paragraph(words.Say("push.wait.until", words.Moment(Until))),
            new CardElement.Paragraph(words.Say("push.wait.secret"), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.other"), words.Say("word.other")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("push.wait.title", words.Say("at." + Place)));
}
