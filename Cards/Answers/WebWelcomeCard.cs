using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Greets whoever opens the chat page: nobody knows yet who that is.</summary>
public sealed record WebWelcomeCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("web.welcome.title"),
        [
            new CardElement.Paragraph(words.Say("web.welcome.intro")),
            new CardElement.Paragraph(words.Say("welcome.promise"), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.reset"), words.Say("word.reset"), Numbered: true),
            new CardButton.Choose(words.Say("button.unlock"), words.Say("word.unlock")),
            new CardButton.Choose(words.Say("button.change"), words.Say("word.change")),
            new CardButton.Choose(words.Say("button.help"), words.Say("word.help")),
        ],
        words.Say("web.welcome.title"));
}
