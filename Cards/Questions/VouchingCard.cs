using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows for whom somebody vouches, and asks whether they still want to.</summary>
/// <param name="Names">What those people are called.</param>
public sealed record VouchingCard(IReadOnlyList<string> Names) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("vouching.title"),
        [new CardElement.Paragraph(words.Say("vouching.intro"))],
        [
            .. Names.Select(name => new CardButton.Choose(words.Say("vouching.withdraw", name), name, Numbered: true)),
            new CardButton.Choose(words.Say("button.done"), words.Say("word.done")),
        ],
        words.Say("vouching.title"));
}
