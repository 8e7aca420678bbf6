using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks whether what is registered is still right.</summary>
/// <param name="Registered">What is registered, masked.</param>
public sealed record ConfirmMethodsCard(IReadOnlyList<(MethodWord Method, string Masked)> Registered) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("confirm.title"),
        [
            new CardElement.Paragraph(words.Say("confirm.intro")),
            new CardElement.Facts([.. Registered.Select(method => new Fact(MethodNames.Of(method.Method, words), method.Masked))]),
        ],
        [
            new CardButton.Choose(words.Say("button.confirmYes"), words.Say("word.confirmYes"), Numbered: true),
            new CardButton.Choose(words.Say("button.confirmNo"), words.Say("word.confirmNo"), Numbered: true),
        ],
        words.Say("confirm.title"));
}
