using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Greets a person, once.</summary>
/// <param name="FirstName">The person's; empty when nobody knows it.</param>
/// <param name="ProductName">What the service calls itself.</param>
public sealed record WelcomeCard(string FirstName, string ProductName) : ICard
{
    public Card Draw(WordBook words) => new(
        FirstName.Length > 0 ? words.Say("welcome.titleNamed", FirstName, ProductName) : words.Say("welcome.title", ProductName),
        [
            new CardElement.Paragraph(words.Say("welcome.intro")),
            new CardElement.Paragraph(words.Say("welcome.promise"), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.register"), words.Say("word.register")),
            new CardButton.Choose(words.Say("button.reset"), words.Say("word.reset")),
            new CardButton.Choose(words.Say("button.status"), words.Say("word.status")),
            new CardButton.Choose(words.Say("button.help"), words.Say("word.help")),
        ],
        words.Say("welcome.title", ProductName));
}
