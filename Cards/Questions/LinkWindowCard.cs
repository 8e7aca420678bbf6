using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks in a window for the code with which a chat is linked.</summary>
public sealed record LinkWindowCard : ICard
{
    /// <summary>What the window is called where its answer comes back.</summary>
    public const string Name = "link";

    // Eight digits, with what people put between them.
    private const int Longest = 40;

    public Card Draw(WordBook words) => new(
        words.Say("linkWindow.title"),
        [
            new CardElement.Paragraph(words.Say("linkWindow.how")),
            new CardElement.Field(words.Say("code.field"), "", FieldKind.Digits, Longest),
        ],
        [new CardButton.Submit(words.Say("button.linkChat"))],
        words.Say("linkWindow.title"));
}
