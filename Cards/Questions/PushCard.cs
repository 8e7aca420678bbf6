using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks a person, in another chat of theirs, whether it is they who recover their account.</summary>
/// <param name="Wants">What is wanted: <c>reset</c>, <c>unlock</c>, <c>change</c>, <c>register</c> or <c>privacy</c>.</param>
/// <param name="Place">The channel in which it is.</param>
/// <param name="Until">Until when they can answer, in their time zone.</param>
public sealed record PushCard(string Wants, string Place, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("push.title"),
        [
            new CardElement.Paragraph(words.Say("push." + Wants, words.Say("at." + Place))),
            new CardElement.Paragraph(words.Say("push.how", words.Say("at." + Place)), Tone.Warning),
            new CardElement.Field(words.Say("approve.label"), "000", FieldKind.Digits, 6),
            new CardElement.Paragraph(words.Say("push.until", words.Moment(Until)), Tone.Quiet),
        ],
        [
            new CardButton.Submit(words.Say("button.push")),
            new CardButton.Choose(words.Say("button.pushNo"), words.Say("word.decline")),
        ],
        words.Say("push.title"));
}
