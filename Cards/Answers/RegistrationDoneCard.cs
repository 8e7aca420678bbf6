using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Ends a registration and says what it is good for.</summary>
public sealed record RegistrationDoneCard(int Registered, int Needed) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("registered.title"),
        [
            Registered >= Needed
                ? new CardElement.Paragraph(words.Say("registered.enough"), Tone.Good)
                : new CardElement.Paragraph(words.Say("registered.tooFew", Needed, Registered), Tone.Warning),
        ],
        Registered >= Needed ? [] : [new CardButton.Choose(words.Say("button.register"), words.Say("word.register"))],
        words.Say("registered.title"));
}
