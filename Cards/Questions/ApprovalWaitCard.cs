using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows the number that a person tells their manager, who was asked about them, and waits for the answer.</summary>
/// <param name="Manager">What the manager is called.</param>
/// <param name="Number">The number.</param>
/// <param name="Until">Until when they can answer, in the person's time zone.</param>
public sealed record ApprovalWaitCard(string Manager, string Number, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("approval.wait.title"),
        [
            new CardElement.Paragraph(words.Say("approval.wait.intro", Manager)),
            new CardElement.Facts([new Fact(words.Say("approve.label"), Number)]),
            new CardElement.Paragraph(words.Say("approval.wait.until", words.Moment(Until))),
            new CardElement.Paragraph(words.Say("approval.wait.secret"), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.other"), words.Say("word.other")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("approval.wait.title"));
}
