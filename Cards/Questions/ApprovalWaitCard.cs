using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows the number that a person tells whoever was asked about them, and waits for their answer.</summary>
/// <param name="Method">Who was asked.</param>
/// <param name="Names">What they are called.</param>
/// <param name="Number">The number.</param>
/// <param name="Until">Until when they can answer, in the person's time zone.</param>
public sealed record ApprovalWaitCard(MethodWord Method, string Names, string Number, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words)
    {
        var name = MethodNames.Typed(Method);
        return new Card(
            words.Say($"approval.wait.{name}.title"),
            [
                new CardElement.Paragraph(words.Say($"approval.wait.{name}.intro", Names)),
                new CardElement.Facts([new Fact(words.Say("approve.label"), Number)]),
                new CardElement.Paragraph(words.Say("approval.wait.until", words.Moment(Until))),
                new CardElement.Paragraph(words.Say("approval.wait.secret"), Tone.Quiet),
            ],
            [
                new CardButton.Choose(words.Say("button.other"), words.Say("word.other")),
                new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
            ],
            words.Say($"approval.wait.{name}.title"));
    }
}
