using ResetBot.Cards.Words;

namespace ResetBot.Cards.Model;

/// <summary>What a card says, as data. Drawing it is a pure function: the same data and words give the same card.</summary>
public interface ICard
{
    Card Draw(WordBook words);
}
