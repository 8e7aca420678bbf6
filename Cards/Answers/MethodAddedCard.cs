using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells that a method is registered.</summary>
/// <param name="Method">Which.</param>
/// <param name="Masked">The masked destination; empty for an authenticator app.</param>
/// <param name="CountsFrom">From when it counts, in the person's time zone; null when it counts at once.</param>
public sealed record MethodAddedCard(MethodWord Method, string Masked, DateTimeOffset? CountsFrom) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("added.title"),
        [
            new CardElement.Paragraph(words.Say("added.what", MethodNames.Of(Method, Masked, words)), Tone.Good),
            new CardElement.Paragraph(
                CountsFrom is { } from ? words.Say("added.later", words.Moment(from)) : words.Say("added.now"), Tone.Quiet),
        ],
        [],
        words.Say("added.title"));
}
