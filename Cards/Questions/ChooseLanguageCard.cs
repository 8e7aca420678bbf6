using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks for the language. Each is named in itself.</summary>
public sealed record ChooseLanguageCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("language.title"),
        [new CardElement.Paragraph(words.Say("language.intro"))],
        [
            .. WordBook.Languages.Order().Select(language => new CardButton.Choose(
                WordBook.For(language).Say("language.name"), language, Numbered: true)),
        ],
        words.Say("language.title"));
}
