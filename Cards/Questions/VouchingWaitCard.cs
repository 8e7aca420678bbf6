using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows the numbers that a person tells their colleagues, each their own, and waits for the answers.</summary>
/// <param name="Numbers">What each colleague is called, and their number.</param>
/// <param name="Needed">How many of them have to vouch.</param>
/// <param name="Until">Until when they can, in the person's time zone.</param>
public sealed record VouchingWaitCard(IReadOnlyList<(string Name, string Number)> Numbers, int Needed, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("vouching.wait.title"),
        [
            new CardElement.Paragraph(words.Say("vouching.wait.intro", Needed)),
            new CardElement.Facts([.. Numbers.Select(one => new Fact(one.Name, one.Number))]),
            new CardElement.Paragraph(words.Say("approval.wait.until", words.Moment(Until))),
            new CardElement.Paragraph(words.Say("vouching.wait.secret"), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.other"), words.Say("word.other")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ],
        words.Say("vouching.wait.title"));
}
