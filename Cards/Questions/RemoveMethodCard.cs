using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks which registered method is to be removed.</summary>
/// <param name="Registered">Those that are registered, masked.</param>
public sealed record RemoveMethodCard(IReadOnlyList<(MethodWord Method, string Masked)> Registered) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("remove.title"),
        [new CardElement.Paragraph(words.Say("remove.intro"))],
        [
            .. Registered.Select(method => new CardButton.Choose(
                MethodNames.Of(method.Method, method.Masked, words), MethodNames.Typed(method.Method), Numbered: true)),
            new CardButton.Choose(words.Say("button.keep"), words.Say("word.keep")),
        ],
        words.Say("remove.title"));
}
