using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Stands under a conversation of the web page in which nothing is under way: what can be done next.</summary>
public sealed record WebNextCard : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("web.next.title"),
        [],
        [
            new CardButton.Choose(words.Say("button.reset"), words.Say("word.reset")),
            new CardButton.Choose(words.Say("button.unlock"), words.Say("word.unlock")),
            new CardButton.Choose(words.Say("button.change"), words.Say("word.change")),
            new CardButton.Choose(words.Say("button.help"), words.Say("word.help")),
        ],
        words.Say("web.next.title"));
}
