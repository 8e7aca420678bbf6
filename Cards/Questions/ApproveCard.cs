using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks somebody whether it is really another person who wants to recover an account.</summary>
/// <param name="Name">What that person is called.</param>
/// <param name="Wants">What they want: <c>reset</c>, <c>unlock</c> or <c>register</c>.</param>
/// <param name="Until">Until when it can be approved, in the approver's time zone.</param>
public sealed record ApproveCard(string Name, string Wants, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("approve.title", Name),
        [
            new CardElement.Paragraph(words.Say("approve." + Wants, Name)),
            new CardElement.Paragraph(words.Say("approve.how", Name), Tone.Warning),
            new CardElement.Field(words.Say("approve.label"), "000", FieldKind.Digits, 6),
            new CardElement.Paragraph(words.Say("approve.until", words.Moment(Until)), Tone.Quiet),
        ],
        [
            new CardButton.Submit(words.Say("button.approve")),
            new CardButton.Choose(words.Say("button.decline"), words.Say("word.decline")),
        ],
        words.Say("approve.title", Name));
}
